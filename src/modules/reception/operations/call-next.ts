import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { atHall } from '../at-hall.ts'
import { receptionErrors } from '../errors.ts'
import { Ticket } from '../schema.ts'
import { callNextTicket, findOwnTicket, lockList } from '../store/tickets.ts'
import { ticketView } from '../ticket-view.ts'

export const callNext = defineOperation({
  name: 'reception.call-next',
  summary: "Calls the next one who waits to the caller's window: priority numbers first, each kind in the order of arrival",
  kind: 'command',
  http: { method: 'POST', path: '/reception/call' },
  access: { permission: 'reception:call' },
  input: z.strictObject({}),
  output: Ticket,
  refusals: [receptionErrors.noHall, receptionErrors.oneAtATime, receptionErrors.nobodyWaiting],
  examples: [{ summary: 'The next one', input: {} }],
  async run(ctx) {
    const { caller, hallId, day } = atHall(ctx)
    await lockList(ctx.db, `staff ${caller.id}`)
    if ((await findOwnTicket(ctx.db, caller.id, day)) !== undefined) throw new Refusal(receptionErrors.oneAtATime)
    const called = await callNextTicket(ctx.db, { hallId, day }, { at: ctx.now, staffId: caller.id, windowId: caller.windowId ?? null })
    if (called === undefined) throw new Refusal(receptionErrors.nobodyWaiting)
    return ticketView(called, ctx.now)
  },
})
