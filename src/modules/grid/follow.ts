import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { queryCodeIndex } from '#kernel/matter/query-code.ts'
import { gridErrors } from './errors.ts'
import { findEvent, type GridEvent } from './store/events.ts'

/** The event of who holds its number and code, or reported it signed in; nobody else is told whether there is one. */
export async function mustHoldCode(ctx: Ctx, number: string, code: string | undefined, held: boolean): Promise<GridEvent> {
  const event = await findEvent(ctx.db, number, held)
  const byCode = event !== undefined && code !== undefined && event.queryCodeHash !== null && queryCodeIndex(ctx.services.vault, event.matter.id, code) === event.queryCodeHash
  const byPerson = ctx.caller.kind === 'person' && event?.personId === ctx.caller.id
  if (event === undefined || !(byCode || byPerson)) throw new Refusal(gridErrors.queryCodeWrong)
  return event
}
