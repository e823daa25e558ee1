import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type Caller, rolesOf } from '#kernel/access/caller.ts'
import { isPermitted, type Permissions } from '#kernel/access/permissions.ts'
import type { Db } from '#kernel/db/pool.ts'
import { type FieldFault, Refusal } from '#kernel/errors/refusal.ts'
import { flushJobs, type PendingJob } from '#kernel/jobs/pending.ts'
import { findAnswer, type IdempotencyClaim, saveAnswer } from './idempotency.ts'
import { type Ctx, FileAnswer, type Operation } from './operation.ts'
import { contractRefusals } from './refusals.ts'
import type { Services } from './services.ts'

export interface CallOptions {
  readonly requestId?: string
  readonly idempotencyKey?: string | undefined
  /** The instant of the act; the process clock unless a simulator or a loader tells otherwise. Never taken from a client. */
  readonly now?: Date
}

export interface Dispatcher {
  readonly db: Db
  readonly permissions: Permissions
  readonly services: Services
  /** Names of the jobs that hear each event. */
  readonly listeners: ReadonlyMap<string, readonly string[]>
  readonly checkOutput: boolean
}

/**
 * The life of a call: parse → who may → one transaction with the idempotency key, the operation and its jobs → answer.
 * Throws a Refusal for every foreseen no; the caller (HTTP or page) turns it into a problem or an error summary.
 */
export async function callOperation(dispatcher: Dispatcher, operation: Operation, caller: Caller, input: unknown, options: CallOptions = {}): Promise<unknown> {
  authorise(dispatcher.permissions, operation, caller)
  const parsed = parseInput(operation, input)
  const now = options.now ?? dispatcher.services.clock.now()
  const jobs: PendingJob[] = []
  const kept: ((db: Db) => Promise<void>)[] = []
  const makeCtx = (db: Db): Ctx => ({
    db,
    caller,
    now,
    requestId: options.requestId ?? randomUUID(),
    services: dispatcher.services,
    addJob: (name, payload, jobOptions = {}) => void jobs.push({ name, payload, ...jobOptions }),
    publish: (event, payload) => {
      for (const listener of dispatcher.listeners.get(event) ?? []) jobs.push({ name: listener, payload })
    },
    afterRefusal: (run) => void kept.push(run),
  })
  if (operation.kind === 'query') return finish(dispatcher, operation, await operation.run(makeCtx(dispatcher.db), parsed))

  try {
    return await dispatcher.db.transaction().execute(async (tx) => {
      const claim: IdempotencyClaim | undefined =
        options.idempotencyKey === undefined ? undefined : { caller, operation: operation.name, key: options.idempotencyKey, input, now }
      const earlier = claim && (await findAnswer(tx, claim))
      if (earlier) return earlier.answer
      const answer = finish(dispatcher, operation, await operation.run(makeCtx(tx), parsed))
      await flushJobs(tx, jobs)
      if (claim) await saveAnswer(tx, claim, answer)
      return answer
    })
  } catch (error) {
    if (error instanceof Refusal && kept.length > 0) {
      await dispatcher.db.transaction().execute(async (tx) => {
        for (const run of kept) await run(tx)
      })
    }
    throw error
  }
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
  const result = operation.input.safeParse(input)
  if (result.success) return result.data
  throw new Refusal(contractRefusals.invalidInput, {}, result.error.issues.map(fieldFault))
}

/** The code of a field is zod's code, or the custom code that a schema gave in `params.code`. */
function fieldFault(issue: z.core.$ZodIssue): FieldFault {
  const pointer = issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  const custom = issue.code === 'custom' ? (issue.params?.['code'] as string | undefined) : undefined
  return { pointer, code: custom ?? issue.code, detail: issue.message }
}

function finish(dispatcher: Dispatcher, operation: Operation, answer: unknown): unknown {
  if (!dispatcher.checkOutput || answer instanceof FileAnswer) return answer
  const result = operation.output.safeParse(answer)
  if (!result.success) throw new Error(`${operation.name} answered outside its output schema`, { cause: result.error })
  return answer
}
