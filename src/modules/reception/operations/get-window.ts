import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { hallLookedAt } from '../at-hall.ts'
import { receptionErrors } from '../errors.ts'
import { HallAsked, Ticket } from '../schema.ts'
import { findOwnTicket, listWaiting } from '../store/tickets.ts'
import { ticketView } from '../ticket-view.ts'

const shown = 8

export const getWindow = defineOperation({
  name: 'reception.get-window',
  summary: 'The number that the caller has called, and who is next in his hall; supervisors see who is next in any',
  kind: 'query',
  http: { method: 'GET', path: '/reception/window' },
  access: { permission: 'reception:read-window' },
  input: HallAsked,
  output: z.object({ current: Ticket.nullable(), waiting: z.int(), next: z.array(Ticket) }),
  refusals: [receptionErrors.noHall],
  examples: [{ summary: 'My window', input: {} }],
  async run(ctx, { hallId: asked }) {
    const { hallId, day } = hallLookedAt(ctx, asked)
    const staffId = ctx.caller.kind === 'staff' ? ctx.caller.id : ''
    const [current, waiting] = [await findOwnTicket(ctx.db, staffId, day), await listWaiting(ctx.db, { hallId, day })]
    return { current: current === undefined ? null : ticketView(current, ctx.now), waiting: waiting.length, next: waiting.slice(0, shown).map((row) => ticketView(row, ctx.now)) }
  },
})
