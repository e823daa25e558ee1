import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { ownTicket } from '../at-hall.ts'
import { receptionErrors } from '../errors.ts'
import { Ticket } from '../schema.ts'
import { endTicket, startTicket } from '../store/tickets.ts'
import { ticketView } from '../ticket-view.ts'

// What a clerk does with the number that he called. They name no ticket: a clerk has one, and nobody touches another's.

const Ended = z.object({ number: z.string() })
const refusals = [receptionErrors.noHall, receptionErrors.nobodyCalled]

export const startService = defineOperation({
  name: 'reception.start-service',
  summary: 'The one who was called is at the window',
  kind: 'command',
  http: { method: 'POST', path: '/reception/start' },
  access: { permission: 'reception:call' },
  input: z.strictObject({}),
  output: Ticket,
  refusals,
  examples: [{ summary: 'He is here', input: {} }],
  async run(ctx) {
    const ticket = await ownTicket(ctx)
    await startTicket(ctx.db, ticket.id, ctx.now)
    return ticketView({ ...ticket, startedAt: ticket.startedAt ?? ctx.now }, ctx.now)
  },
})

export const finishService = defineOperation({
  name: 'reception.finish-service',
  summary: 'The window is done with the one who was called; one whose start was not noted was served from the call on',
  kind: 'command',
  http: { method: 'POST', path: '/reception/finish' },
  access: { permission: 'reception:call' },
  input: z.strictObject({}),
  output: Ended,
  refusals,
  examples: [{ summary: 'He goes', input: {} }],
  async run(ctx) {
    const ticket = await ownTicket(ctx)
    await startTicket(ctx.db, ticket.id, ticket.calledAt ?? ctx.now)
    await endTicket(ctx.db, ticket.id, { at: ctx.now, how: 'served' })
    return { number: ticketView(ticket, ctx.now).number }
  },
})

export const missTicket = defineOperation({
  name: 'reception.miss-ticket',
  summary: 'Nobody came when called (过号); he takes a new number if he comes later',
  kind: 'command',
  http: { method: 'POST', path: '/reception/miss' },
  access: { permission: 'reception:call' },
  input: z.strictObject({}),
  output: Ended,
  refusals,
  examples: [{ summary: 'Nobody came', input: {} }],
  async run(ctx) {
    const ticket = await ownTicket(ctx)
    await endTicket(ctx.db, ticket.id, { at: ctx.now, how: 'missed' })
    return { number: ticketView(ticket, ctx.now).number }
  },
})
