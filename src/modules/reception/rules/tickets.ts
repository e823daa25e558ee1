import type { TicketKind } from '../schema.ts'

const letters: Readonly<Record<TicketKind, string>> = { general: 'A', priority: 'Y' }

/** What is printed on a ticket: the letter of its kind and its place in the day's row of that kind. */
export function ticketNumber(kind: TicketKind, serial: number): string {
  return `${letters[kind]}${String(serial).padStart(3, '0')}`
}

/** Whole minutes from taking the number until `until`; never negative. */
export function waitingMinutes(takenAt: Date, until: Date): number {
  return Math.max(0, Math.floor((until.getTime() - takenAt.getTime()) / 60_000))
}

/** The middle value of a list of minutes, the lower one of two; undefined for none. The mean would hide one who waited an hour. */
export function median(minutes: readonly number[]): number | undefined {
  return minutes.toSorted((a, b) => a - b)[Math.floor((minutes.length - 1) / 2)]
}
