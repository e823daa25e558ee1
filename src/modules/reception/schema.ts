import { z } from 'zod'

export const ticketKinds = ['general', 'priority'] as const
export const TicketKind = z.enum(ticketKinds)
export type TicketKind = z.infer<typeof TicketKind>

/** `served`: the window was done with him; `missed`: nobody came when called. */
export const ticketEnds = ['served', 'missed'] as const
export type TicketEnd = (typeof ticketEnds)[number]

/** Which hall a supervisor looks at; whoever works in one sees his own, whatever is asked. */
export const HallAsked = z.strictObject({ hallId: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/).optional() })

export const Ticket = z.object({
  /** What is printed on it: A012, Y003. */
  number: z.string(),
  kind: TicketKind,
  state: z.enum(['waiting', 'called', 'serving']),
  takenAt: z.string(),
  /** From taking the number to being called; to now for one that still waits. */
  waitingMinutes: z.int(),
})
export type Ticket = z.infer<typeof Ticket>
