import type { z } from 'zod'
import { type Ctx, defineOperation, type Operation } from '#kernel/contract/operation.ts'
import { must, Refusal, type RefusalType } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { commandsIn, lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import type { EventDetail } from '#kernel/matter/matter.ts'
import { recordStep } from '#kernel/matter/record.ts'
import type { Timer } from '#kernel/time/timer.ts'
import { evaluationErrors } from './errors.ts'
import { type RectificationCommand, rectificationLifecycle, type RectificationState } from './lifecycle.ts'
import { handlingTask } from './open-rectification.ts'
import { getRectificationFor, ShownRectification, shownRectification } from './rectification-view.ts'
import { checkHandling } from './rules/handling.ts'
import { insertNotes, type Rectification, type RectificationChange, updateRectification } from './store/rectifications.ts'

/** What one command does to a rectification. */
export interface Effect {
  readonly to: RectificationState
  readonly detail?: EventDetail
  readonly timers?: readonly Timer[]
  readonly outcome?: string
  readonly change?: RectificationChange
  readonly notes?: readonly { readonly text: string; readonly published: boolean }[]
}

interface CommandSpec<N extends string, I extends z.ZodType<{ number: string }>> {
  readonly name: N
  readonly command: RectificationCommand
  readonly summary: string
  readonly input: I
  readonly refusals?: readonly RefusalType[]
  readonly example: Omit<z.input<I>, 'number'>
  effect(ctx: Ctx, record: Rectification, input: z.output<I>): Effect | Promise<Effect>
}

/** Makes POST /rectifications/{number}/{command}: read and hold, check reach and state, record the step, answer the new view. */
export function defineRectificationCommand<const N extends string, I extends z.ZodType<{ number: string }>>(spec: CommandSpec<N, I>): Operation<N, I, typeof ShownRectification> {
  const { command } = spec
  return defineOperation({
    name: spec.name,
    summary: spec.summary,
    kind: 'command',
    http: { method: 'POST', path: `/rectifications/{number}/${command}` },
    access: { permission: rectificationLifecycle.commands[command].permission },
    input: spec.input,
    output: ShownRectification,
    refusals: [evaluationErrors.rectificationUnknown, evaluationErrors.ownReview, evaluationErrors.officeDecides, lifecycleRefusals.commandNotAllowed, ...(spec.refusals ?? [])],
    examples: [{ summary: spec.summary, input: { number: 'HPZG202609070001', ...spec.example } as z.input<I> }],
    async run(ctx, input) {
      const { record, reach } = await getRectificationFor(ctx, input.number, true)
      must(checkHandling(command, reach, { ...record, state: record.matter.state }))
      await applyCommand(ctx, record, command, () => spec.effect(ctx, record, input))
      return shownRectification(ctx, await getRectificationFor(ctx, input.number, false))
    },
  })
}

/** Records a step of a rectification with all that goes with it. Refuses what the state does not allow before any of it is worked out. */
export async function applyCommand(ctx: Ctx, record: Rectification, command: RectificationCommand, work: () => Effect | Promise<Effect>): Promise<void> {
  const { state } = record.matter
  const allowed = commandsIn(rectificationLifecycle, state)
  if (!allowed.includes(command)) throw new Refusal(lifecycleRefusals.commandNotAllowed, { state, command, allowed })
  const { to, detail = {}, timers = [], outcome, change, notes = [] } = await work()
  const closes = rectificationLifecycle.states[to].phase === 'closed'
  await recordStep(ctx, rectificationLifecycle, record.matter, {
    command,
    to,
    detail,
    timers,
    ...(outcome !== undefined && { outcome }),
    ...(closes && { endTasks: [handlingTask] }),
  })
  if (change !== undefined) await updateRectification(ctx.db, record.matter.id, change)
  await insertNotes(
    ctx.db,
    record.matter.id,
    await Promise.all(
      notes.map(async ({ text, published }) => ({
        id: newId(ctx.now.getTime()),
        command,
        published,
        sealedText: await ctx.services.vault.seal(ctx.db, record.evaluatorId, text),
        notedAt: ctx.now,
      })),
    ),
  )
  if (closes) ctx.publish('evaluations.rectification-closed', { matterId: record.matter.id, number: record.matter.number, outcome: outcome ?? null })
}
