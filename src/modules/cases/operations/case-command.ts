import { z } from 'zod'
import type { Ctx, Example, Operation } from '#kernel/contract/operation.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal, type RefusalType } from '#kernel/errors/refusal.ts'
import { commandsIn, lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { dayOf } from '#kernel/time/day.ts'
import { commandsNow, mayCommand } from '../access.ts'
import { seeCase } from '../ended-agency.ts'
import { caseErrors } from '../errors.ts'
import { type CaseCommand, caseLifecycle } from '../lifecycle.ts'
import { dueDayOf } from '../rules/due-day.ts'
import { CaseAnswer, CaseNumber } from '../schema.ts'
import type { CaseRecord } from '../store/cases.ts'

/** A legal document that a command issued. */
export interface IssuedDocument {
  readonly id: string
  readonly kind: string
  readonly number: string
}

/** What a command leaves behind: the case as it now is, and the documents it issued. */
export interface CommandResult {
  readonly record: CaseRecord
  readonly documents: readonly IssuedDocument[]
}

interface CaseCommandSpec<N extends string, C extends CaseCommand, F extends z.ZodRawShape> {
  readonly name: N
  readonly command: C
  readonly summary: string
  readonly fields: F
  readonly refusals: readonly RefusalType[]
  /** A command of the law: given by jobs only, without an address. */
  readonly internal?: boolean
  readonly example?: Omit<z.input<z.ZodObject<F>>, 'number'>
  run(ctx: Ctx, record: CaseRecord, input: z.output<z.ZodObject<F>>): Promise<CommandResult>
}

const common = { number: CaseNumber, expectedVersion: z.int().min(1).optional() }

type CommandInput<F extends z.ZodRawShape> = z.ZodObject<F & typeof common>

/**
 * A command on one case, `POST /cases/{number}/{command}`: reads the case for update, checks that the caller sees it, that its
 * state and the caller's role allow the command, and that nobody changed it since `expectedVersion`; then runs.
 */
export function defineCaseCommand<const N extends string, C extends CaseCommand, F extends z.ZodRawShape>(spec: CaseCommandSpec<N, C, F>): Operation<N, CommandInput<F>, typeof CaseAnswer> {
  const input = z.strictObject({ ...common, ...spec.fields }) as unknown as CommandInput<F>
  const operation: Operation<N, CommandInput<F>, typeof CaseAnswer> = {
    name: spec.name,
    summary: spec.summary,
    kind: 'command',
    ...(!spec.internal && { http: { method: 'POST', path: `/cases/{number}/${spec.command}` } }),
    access: { permission: caseLifecycle.commands[spec.command].permission },
    input,
    output: CaseAnswer,
    refusals: [caseErrors.unknown, caseErrors.notYours, contractRefusals.versionConflict, lifecycleRefusals.commandNotAllowed, ...spec.refusals],
    ...(spec.example && { examples: [{ summary: spec.summary, input: { number: exampleNumber, ...spec.example } as unknown as z.input<CommandInput<F>> } satisfies Example<z.input<CommandInput<F>>>] }),
    async run(ctx: Ctx, given: unknown) {
      const { number, expectedVersion } = given as unknown as { readonly number: string; readonly expectedVersion?: number }
      const record = await takeCase(ctx, number, spec.command, expectedVersion)
      const { record: changed, documents } = await spec.run(ctx, record, given as unknown as z.output<z.ZodObject<F>>)
      return answerOf(ctx, changed, documents)
    },
  }
  return operation
}

const exampleNumber = '11440114MB2C0000194440123020000202609070001'

async function takeCase(ctx: Ctx, number: string, command: CaseCommand, expectedVersion: number | undefined): Promise<CaseRecord> {
  const record = await seeCase(ctx, number, true)
  const { state } = record.matter
  const allowed = commandsIn(caseLifecycle, state)
  if (!allowed.includes(command)) throw new Refusal(lifecycleRefusals.commandNotAllowed, { state, command, allowed: commandsNow(ctx.caller, record) })
  if (!mayCommand(ctx.caller, record, command)) throw new Refusal(caseErrors.notYours, { command })
  if (expectedVersion !== undefined && expectedVersion !== record.matter.version) throw new Refusal(contractRefusals.versionConflict, { version: record.matter.version })
  return record
}

/** Where the case stands, for the answer of a command. */
export function answerOf(ctx: Ctx, record: CaseRecord, documents: readonly IssuedDocument[]): z.input<typeof CaseAnswer> {
  return {
    number: record.matter.number,
    state: record.matter.state,
    version: record.matter.version,
    outcome: record.matter.outcome,
    commands: [...commandsNow(ctx.caller, record)],
    ...dueDayOf(record.matter.timers, ctx.services.legalCalendar.of(record.matter)),
    documents: documents.map(({ id, kind, number }) => ({ id, kind, number })),
    certificate: record.detail.certificate_identifier,
  }
}

/** The day of the command in the office's time zone. */
export function today(ctx: Ctx): ReturnType<typeof dayOf> {
  return dayOf(ctx.now)
}
