import { instantText } from '#kernel/time/instant-text.ts'
import { ticketNumber, waitingMinutes } from './rules/tickets.ts'
import type { Ticket } from './schema.ts'
import type { TicketRow } from './store/tickets.ts'

/** A ticket as it is shown now. */
export function ticketView(row: TicketRow, now: Date): Ticket {
  return {
    number: ticketNumber(row.kind, row.serial),
    kind: row.kind,
    state: row.startedAt !== null ? 'serving' : row.calledAt !== null ? 'called' : 'waiting',
    takenAt: instantText(row.takenAt),
    waitingMinutes: waitingMinutes(row.takenAt, row.calledAt ?? now),
  }
}
