import { sql } from 'kysely'
import { type Db, tables } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { TicketEnd, TicketKind } from '../schema.ts'
import type { ReceptionTables } from '../tables.ts'

/** One hall on one day: the list that a ticket belongs to. */
export interface HallDay {
  readonly hallId: string
  readonly day: Day
}

export interface TicketRow {
  readonly id: string
  readonly kind: TicketKind
  readonly serial: number
  readonly takenAt: Date
  readonly calledAt: Date | null
  readonly calledBy: string | null
  readonly windowId: string | null
  readonly startedAt: Date | null
  readonly endedHow: TicketEnd | null
}

const columns = sql`id, kind, serial, taken_at AS "takenAt", called_at AS "calledAt", called_by AS "calledBy", window_id AS "windowId", started_at AS "startedAt", ended_how AS "endedHow"`

/** Makes those who change one list at the same time wait for each other until commit. */
export async function lockList(db: Db, key: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`reception ${key}`}, 0))`.execute(db)
}

/** Adds the next number of its kind to the list. The list must be locked. */
export async function insertTicket(db: Db, ticket: HallDay & { readonly id: string; readonly kind: TicketKind; readonly at: Date; readonly handedOutBy: string }): Promise<TicketRow> {
  const { rows } = await sql<TicketRow>`
    INSERT INTO hall_tickets (id, hall_id, issued_on, kind, serial, taken_at, handed_out_by)
    SELECT ${ticket.id}, ${ticket.hallId}, ${ticket.day}, ${ticket.kind}, coalesce(max(serial), 0) + 1, ${ticket.at}, ${ticket.handedOutBy}
    FROM hall_tickets WHERE hall_id = ${ticket.hallId} AND issued_on = ${ticket.day} AND kind = ${ticket.kind}
    RETURNING ${columns}`.execute(db)
  return rows[0] as TicketRow
}

/** Those who wait, in the order in which they are called. */
export async function listWaiting(db: Db, { hallId, day }: HallDay): Promise<readonly TicketRow[]> {
  const { rows } = await sql<TicketRow>`
    SELECT ${columns} FROM hall_tickets WHERE hall_id = ${hallId} AND issued_on = ${day} AND called_at IS NULL
    ORDER BY kind DESC, serial`.execute(db)
  return rows
}

/** How many people wait in each hall; a hall where nobody waits is left out. */
export async function countWaiting(db: Db, day: Day): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ hallId: string; count: number }>`
    SELECT hall_id AS "hallId", count(*)::int AS count FROM hall_tickets WHERE issued_on = ${day} AND called_at IS NULL GROUP BY hall_id`.execute(db)
  return new Map(rows.map(({ hallId, count }) => [hallId, count]))
}

/** Who waits in all halls together on some days, as a text by day: a number handed out or called anywhere shows in it. */
export async function waitingStates(db: Db, days: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ day: string; state: string }>`
    SELECT day, string_agg(hall_id || ':' || waiting, ' ' ORDER BY hall_id) AS state FROM (
      SELECT issued_on::text AS day, hall_id, count(*) AS waiting FROM hall_tickets WHERE issued_on = ANY(${[...days]}::date[]) AND called_at IS NULL GROUP BY issued_on, hall_id
    ) halls GROUP BY day`.execute(db)
  return new Map(rows.map(({ day, state }) => [day, state]))
}

/** Calls the next one to a window. Undefined if nobody waits. */
export async function callNextTicket(db: Db, { hallId, day }: HallDay, by: { readonly at: Date; readonly staffId: string; readonly windowId: string | null }): Promise<TicketRow | undefined> {
  const { rows } = await sql<TicketRow>`
    UPDATE hall_tickets SET called_at = ${by.at}, called_by = ${by.staffId}, window_id = ${by.windowId}
    WHERE id = (
      SELECT id FROM hall_tickets WHERE hall_id = ${hallId} AND issued_on = ${day} AND called_at IS NULL
      ORDER BY kind DESC, serial LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING ${columns}`.execute(db)
  return rows[0]
}

/** The number that a clerk has called and not ended. */
export async function findOwnTicket(db: Db, staffId: string, day: Day): Promise<TicketRow | undefined> {
  const { rows } = await sql<TicketRow>`
    SELECT ${columns} FROM hall_tickets WHERE called_by = ${staffId} AND issued_on = ${day} AND called_at IS NOT NULL AND ended_at IS NULL`.execute(db)
  return rows[0]
}

export async function startTicket(db: Db, id: string, at: Date): Promise<void> {
  await tables<ReceptionTables>(db).updateTable('hall_tickets').set({ started_at: at }).where('id', '=', id).where('started_at', 'is', null).execute()
}

export async function endTicket(db: Db, id: string, end: { readonly at: Date; readonly how: TicketEnd }): Promise<void> {
  await tables<ReceptionTables>(db).updateTable('hall_tickets').set({ ended_at: end.at, ended_how: end.how }).where('id', '=', id).where('ended_at', 'is', null).execute()
}

/** All tickets of a hall's day that were called, by window and time. */
export async function listCalled(db: Db, { hallId, day }: HallDay): Promise<readonly TicketRow[]> {
  const { rows } = await sql<TicketRow>`
    SELECT ${columns} FROM hall_tickets WHERE hall_id = ${hallId} AND issued_on = ${day} AND called_at IS NOT NULL ORDER BY window_id, called_at`.execute(db)
  return rows
}

/** How the lists of some halls stand, by `hall~day`: a number handed out, called, begun or ended shows in it. */
export async function listStates(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ key: string; state: string }>`
    SELECT k.key, count(t.id) || '.' || count(t.called_at) || '.' || count(t.started_at) || '.' || count(t.ended_at) AS state
    FROM unnest(${[...keys]}::text[]) k(key) LEFT JOIN hall_tickets t ON t.hall_id = split_part(k.key, '~', 1) AND t.issued_on = split_part(k.key, '~', 2)::date GROUP BY k.key`.execute(db)
  return new Map(rows.map(({ key, state }) => [key, state]))
}
