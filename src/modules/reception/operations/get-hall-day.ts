import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getHall, getStaff, getWindow, organisationErrors } from '#modules/organisation/index.ts'
import { hallLookedAt } from '../at-hall.ts'
import { receptionErrors } from '../errors.ts'
import { median, waitingMinutes } from '../rules/tickets.ts'
import { HallAsked, Ticket } from '../schema.ts'
import { listCalled, listWaiting, type TicketRow } from '../store/tickets.ts'
import { ticketView } from '../ticket-view.ts'

const HallWindow = z.object({ window: z.string().nullable(), clerk: z.string(), current: Ticket.nullable(), served: z.int(), missed: z.int(), lastCallAt: z.string() })

export const getHallDay = defineOperation({
  name: 'reception.get-hall-day',
  summary: "Today in the caller's hall, or for supervisors in any: who waits, which windows serve, and how long people waited",
  kind: 'query',
  http: { method: 'GET', path: '/reception/hall' },
  access: { permission: 'reception:watch' },
  input: HallAsked,
  output: z.object({
    hall: z.string(),
    waiting: z.array(Ticket),
    windows: z.array(HallWindow),
    /** Of all who were called today. */
    called: z.object({ count: z.int(), missed: z.int(), medianMinutes: z.int().nullable(), longestMinutes: z.int().nullable() }),
  }),
  refusals: [receptionErrors.noHall, organisationErrors.hallUnknown],
  examples: [{ summary: 'My hall', input: {} }],
  async run(ctx, { hallId: asked }) {
    const { hallId, day } = hallLookedAt(ctx, asked)
    const [hall, waiting, called] = [await getHall(ctx.db, hallId), await listWaiting(ctx.db, { hallId, day }), await listCalled(ctx.db, { hallId, day })]
    const minutes = called.map((row) => waitingMinutes(row.takenAt, row.calledAt ?? ctx.now))
    const windows = []
    for (const rows of Map.groupBy(called, (row) => `${row.windowId ?? ''} ${row.calledBy ?? ''}`).values()) windows.push(await windowOf(rows))
    return {
      hall: hall.name,
      waiting: waiting.map((row) => ticketView(row, ctx.now)),
      windows,
      called: { count: called.length, missed: called.filter((row) => row.endedHow === 'missed').length, medianMinutes: median(minutes) ?? null, longestMinutes: minutes.length === 0 ? null : Math.max(...minutes) },
    }

    async function windowOf(rows: readonly TicketRow[]): Promise<z.input<typeof HallWindow>> {
      const last = rows.at(-1)
      const current = rows.find((row) => row.endedHow === null)
      return {
        window: last?.windowId ? (await getWindow(ctx.db, last.windowId)).name : null,
        clerk: last?.calledBy ? (await getStaff(ctx.db, last.calledBy)).name : '',
        current: current === undefined ? null : ticketView(current, ctx.now),
        served: rows.filter((row) => row.endedHow === 'served').length,
        missed: rows.filter((row) => row.endedHow === 'missed').length,
        lastCallAt: instantText(last?.calledAt ?? ctx.now),
      }
    }
  },
})
