import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { commandsIn } from '#kernel/lifecycle/lifecycle.ts'
import { defineMatterCommands, type MatterEffect } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { gridErrors } from './errors.ts'
import { getEventFor, partOf, type Reached, shownEvent } from './event-view.ts'
import { type EventCommand, eventLifecycle, type EventState } from './lifecycle.ts'
import { checkPart } from './rules/handling.ts'
import type { Level } from './schema.ts'
import { ShownEvent } from './shown-event.ts'
import { type EventChange, type GridEvent, insertMove, updateEvent } from './store/events.ts'
import { insertNote } from './store/notes.ts'

/** What one command does to an event. */
export interface Effect extends MatterEffect<EventState> {
  readonly change?: EventChange
  readonly note?: EventSaid
  /** To which level and unit it goes; kept in the history of moves (G-04). */
  readonly move?: { readonly to: Level; readonly unitId: string }
}

export interface EventSaid {
  readonly text: string
  /** Shown to whoever reported it. */
  readonly published?: boolean
}

/** Makes POST /grid/events/{number}/{command}. */
export const defineEventCommand = defineMatterCommands({
  lifecycle: eventLifecycle,
  path: '/grid/events',
  exampleNumber: 'WG2026090700001',
  output: ShownEvent,
  refusals: [gridErrors.eventUnknown, gridErrors.notYourPart],
  reach: getEventFor,
  matterOf: ({ event }: Reached) => event.matter,
  // Who had it in hand and gave it back is told that the state does not allow it, not that it is somebody else's.
  check: (ctx, reached, command) => {
    if (commandsIn(eventLifecycle, reached.event.matter.state).includes(command)) must(checkPart(command, partOf(ctx.caller, reached)))
  },
  apply: (ctx, { event }, command, effect: Effect) => applyEffect(ctx, event, command, effect),
  show: shownEvent,
})

/** Records a step of an event with all that goes with it. */
export async function applyEffect(ctx: Ctx, event: GridEvent, command: EventCommand, effect: Effect): Promise<void> {
  const { change, note, move, ...step } = effect
  const detail = { ...step.detail, ...(move && { fromLevel: event.level, toLevel: move.to, unitId: move.unitId }) }
  await recordStep(ctx, eventLifecycle, event.matter, { command, ...step, detail, ...(move && { leadUnitId: move.unitId }) })
  const changed: EventChange = { ...change, ...(move && { level: move.to }) }
  if (Object.keys(changed).length > 0) await updateEvent(ctx.db, event.matter.id, changed)
  if (move !== undefined) await insertMove(ctx.db, { id: newId(ctx.now.getTime()), event_id: event.matter.id, command, from_level: event.level, to_level: move.to, unit_id: move.unitId, moved_at: ctx.now })
  if (note !== undefined) {
    const sealedText = await ctx.services.vault.seal(ctx.db, event.matter.id, note.text)
    await insertNote(ctx.db, event.matter.id, { id: newId(ctx.now.getTime()), command, published: note.published ?? false, sealedText, notedAt: ctx.now })
  }
}
