import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { atHall } from '../at-hall.ts'
import { receptionErrors } from '../errors.ts'
import { Ticket, TicketKind } from '../schema.ts'
import { insertTicket, listWaiting, lockList } from '../store/tickets.ts'
import { ticketView } from '../ticket-view.ts'

export const takeTicket = defineOperation({
  name: 'reception.take-ticket',
  summary: 'Hands out the next number of the hall to somebody who walks in',
  kind: 'command',
  http: { method: 'POST', path: '/reception/tickets', status: 201 },
  access: { permission: 'reception:hand-out' },
  input: z.strictObject({ kind: TicketKind.default('general') }),
  output: Ticket.extend({ /** How many are called before this one. */ ahead: z.int() }),
  refusals: [receptionErrors.noHall],
  examples: [{ summary: 'A priority number', input: { kind: 'priority' } }],
  async run(ctx, { kind }) {
    const { hallId, day } = atHall(ctx)
    await lockList(ctx.db, `${hallId} ${day}`)
    const row = await insertTicket(ctx.db, { id: newId(ctx.now.getTime()), hallId, day, kind, at: ctx.now, handedOutBy: actorOf(ctx.caller) })
    const waiting = await listWaiting(ctx.db, { hallId, day })
    return { ...ticketView(row, ctx.now), ahead: waiting.findIndex(({ id }) => id === row.id) }
  },
})
