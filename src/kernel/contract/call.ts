import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type Caller, rolesOf } from '#kernel/access/caller.ts'
import { isPermitted, type Permissions } from '#kernel/access/permissions.ts'
import { type Randomness, withRandomness } from '#kernel/crypto/randomness.ts'
import { wasNotReached } from '#kernel/db/patience.ts'
import type { Db } from '#kernel/db/pool.ts'
import { inTransaction, readingTogether } from '#kernel/db/transaction.ts'
import { type FieldFault, Refusal } from '#kernel/errors/refusal.ts'
import { flushJobs, type PendingJob } from '#kernel/jobs/pending.ts'
import { checkKey, findAnswer, type IdempotencyClaim, isRepeat, keepAnswer } from './idempotency.ts'
import { type Ctx, FileAnswer, type Operation } from './operation.ts'
import { contractRefusals } from './refusals.ts'
import type { Services } from './services.ts'
import { findUnstorable, pointerPart } from './storable.ts'
import { findUndeclared } from './undeclared.ts'

export interface CallOptions {
  readonly requestId?: string
  readonly idempotencyKey?: string | undefined
  /** The instant of the act; the process clock unless a simulator or a loader tells otherwise. Never taken from a client. */
  readonly now?: Date
  /** The random source of this act, so that a simulated city repeats itself; a real office refuses it as a fault. */
  readonly randomness?: Randomness
}

export interface Dispatcher {
  readonly db: Db
  readonly permissions: Permissions
  readonly services: Services
  /** Names of the jobs that hear each event. */
  readonly listeners: ReadonlyMap<string, readonly string[]>
  readonly checkOutput: boolean
}

/** One call: which operation, who asks, with what. */
export interface Call {
  readonly operation: Operation
  readonly caller: Caller
  readonly input: unknown
  readonly options?: CallOptions | undefined
}

/** What an operation leaves to be done when it has ended. */
interface Aftermath {
  readonly jobs: PendingJob[]
  readonly kept: ((db: Db) => Promise<void>)[]
}

/**
 * The life of a call: who may → parse → one transaction with the idempotency key, the operation and its jobs → answer.
 * Throws a Refusal for every foreseen no; the caller (HTTP or page) turns it into a problem or an error summary.
 */
export async function callOperation(dispatcher: Dispatcher, call: Call): Promise<unknown> {
  const source = call.options?.randomness
  if (source === undefined) return runCall(dispatcher, call)
  if (!dispatcher.services.simulated) throw new Error('only a simulated city may bring its own randomness')
  return withRandomness(source, () => runCall(dispatcher, call))
}

async function runCall(dispatcher: Dispatcher, call: Call): Promise<unknown> {
  const { operation, caller, input } = call
  authorise(dispatcher.permissions, operation, caller)
  const parsed = parseInput(operation, input)
  await dispatcher.services.freshness.keepFresh(dispatcher.db)
  const after: Aftermath = { jobs: [], kept: [] }
  const makeCtx = contextFactory(dispatcher, call, after)
  if (operation.kind === 'query') {
    const answer = finish(dispatcher, operation, await operation.run(makeCtx(readingTogether(dispatcher.db)), parsed))
    await flushJobs(dispatcher.db, after.jobs)
    return answer
  }
  const claim = claimOf(call, makeCtx(dispatcher.db).now)
  // What writes to the disk cannot be undone with the transaction: its repeat is found before it begins.
  const before = operation.http?.body === 'bytes' ? await answered(dispatcher, claim) : undefined
  if (before !== undefined) return before.answer
  try {
    return await inTransaction(dispatcher.db, (tx) => runCommand(dispatcher, operation, { ctx: makeCtx(tx), parsed, jobs: after.jobs, claim }))
  } catch (error) {
    // A repeat may fail in any way, because the first changed what it meets: the answer that was given under the key goes before the failure.
    const earlier = wasNotReached(error) ? undefined : await answered(dispatcher, claim, error)
    if (earlier !== undefined) return earlier.answer
    if (isRepeat(error)) throw new Refusal(contractRefusals.tryAgain)
    if (error instanceof Refusal) await keepAfterRefusal(dispatcher.db, after)
    throw error
  }
}

/** The answer that was given under the key of this call. A look-up that fails itself tells of the failure that led to it. */
async function answered({ db, services }: Dispatcher, claim: IdempotencyClaim | undefined, failure?: unknown): Promise<{ readonly answer: unknown } | undefined> {
  if (claim === undefined) return undefined
  try {
    return await findAnswer(db, services.vault, claim)
  } catch (error) {
    throw error instanceof Refusal || failure === undefined ? error : failure
  }
}

function contextFactory(dispatcher: Dispatcher, { caller, options = {} }: Call, after: Aftermath): (db: Db) => Ctx {
  const now = options.now ?? dispatcher.services.clock.now()
  const requestId = options.requestId ?? randomUUID()
  return (db) => ({
    db,
    caller,
    now,
    requestId,
    services: dispatcher.services,
    addJob: (name, payload, jobOptions = {}) => void after.jobs.push({ name, payload, ...jobOptions }),
    publish: (event, payload) => {
      for (const listener of dispatcher.listeners.get(event) ?? []) after.jobs.push({ name: listener, payload })
    },
    afterRefusal: (run) => void after.kept.push(run),
  })
}

function claimOf({ operation, caller, input, options }: Call, now: Date): IdempotencyClaim | undefined {
  const key = options?.idempotencyKey
  if (key === undefined) return undefined
  checkKey(key)
  return { caller, operation: operation.name, key, input, now }
}

interface CommandRun {
  readonly ctx: Ctx
  readonly parsed: unknown
  readonly jobs: readonly PendingJob[]
  readonly claim: IdempotencyClaim | undefined
}

async function runCommand(dispatcher: Dispatcher, operation: Operation, { ctx, parsed, jobs, claim }: CommandRun): Promise<unknown> {
  const answer = finish(dispatcher, operation, await operation.run(ctx, parsed))
  await flushJobs(ctx.db, jobs)
  if (claim) await keepAnswer(ctx.db, ctx.services.vault, claim, answer)
  return answer
}

async function keepAfterRefusal(db: Db, { kept }: Aftermath): Promise<void> {
  if (kept.length === 0) return
  await inTransaction(db, async (tx) => {
    for (const run of kept) await run(tx)
  })
}

function authorise(permissions: Permissions, operation: Operation, caller: Caller): void {
  const { access } = operation
  if (access === 'public') return
  if (caller.kind === 'anonymous' && (access === 'signed-in' || !isPermitted(permissions, access.permission, caller))) throw new Refusal(contractRefusals.signInRequired)
  if (access === 'signed-in') return
  if (!isPermitted(permissions, access.permission, caller)) {
    throw new Refusal(contractRefusals.notPermitted, { permission: access.permission, roles: [...rolesOf(caller)] })
  }
}

function parseInput(operation: Operation, input: unknown): unknown {
  const unstorable = findUnstorable(input)
  if (unstorable.length > 0) throw new Refusal(contractRefusals.invalidInput, {}, unstorable)
  const result = operation.input.safeParse(input)
  if (result.success) return result.data
  throw new Refusal(contractRefusals.invalidInput, {}, result.error.issues.map(fieldFault))
}

/** The code of a field is zod's code, or the custom code that a schema gave in `params.code`. */
function fieldFault(issue: z.core.$ZodIssue): FieldFault {
  const pointer = issue.path.map(pointerPart).join('')
  const custom = issue.code === 'custom' ? (issue.params?.['code'] as string | undefined) : undefined
  return { pointer, code: custom ?? issue.code, detail: issue.message }
}

function finish(dispatcher: Dispatcher, operation: Operation, answer: unknown): unknown {
  if (!dispatcher.checkOutput || answer instanceof FileAnswer) return answer
  const result = operation.output.safeParse(answer)
  if (!result.success) throw new Error(`${operation.name} answered outside its output schema`, { cause: result.error })
  const undeclared = findUndeclared(answer, result.data)
  if (undeclared.length > 0) throw new Error(`${operation.name} answered what its output schema does not declare: ${undeclared.join(', ')}`)
  return answer
}
