import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { BulletinPeriod } from '../schema.ts'

/** What a bulletin says of one unit. */
export interface BulletinUnit {
  readonly unitId: string
  readonly findings: number
  readonly points: number
  readonly yellowCards: number
  readonly redCards: number
}

/** A unit that the hotline criticised in public over late orders (H-08), and over how many. */
export interface CriticisedUnit {
  readonly unitId: string
  readonly orders: number
}

/** The figures of a period, as the register stood at its end. */
export interface BulletinFigures {
  readonly findings: number
  readonly minor: number
  readonly obvious: number
  readonly serious: number
  readonly staff: number
  readonly bySource: readonly { readonly source: string; readonly findings: number }[]
  readonly planned: number
  readonly made: number
  readonly talks: number
  readonly letters: number
  readonly yellowCards: number
  readonly redCards: number
  readonly units: readonly BulletinUnit[]
  readonly criticised: readonly CriticisedUnit[]
}

interface Window {
  readonly from: Date
  readonly until: Date
}

/** Counts the register over a period; what was overturned before its end does not count, what came later did not happen. */
export async function figuresOf(db: Db, { from, until }: Window): Promise<BulletinFigures> {
  const found = sql`findings f WHERE f.found_at >= ${from} AND f.found_at < ${until} AND (f.overturned_at IS NULL OR f.overturned_at >= ${until})`
  const issued = sql`measures e WHERE e.issued_at >= ${from} AND e.issued_at < ${until} AND (e.lifted_at IS NULL OR e.lifted_at >= ${until})`
  const { rows: totals } = await sql<Omit<BulletinFigures, 'bySource' | 'units' | 'criticised'>>`
    SELECT f.*, e.*, v.* FROM
      (SELECT count(*)::int AS findings, count(*) FILTER (WHERE grade = 'minor')::int AS minor, count(*) FILTER (WHERE grade = 'obvious')::int AS obvious,
        count(*) FILTER (WHERE grade = 'serious')::int AS serious, count(staff_id)::int AS staff FROM ${found}) f,
      (SELECT count(*) FILTER (WHERE kind LIKE 'talk%')::int AS talks, count(*) FILTER (WHERE kind IN ('letter', 'letterWithRecordings', 'advice'))::int AS letters,
        count(*) FILTER (WHERE kind = 'yellowCard')::int AS "yellowCards", count(*) FILTER (WHERE kind = 'redCard')::int AS "redCards" FROM ${issued}) e,
      (SELECT count(*)::int AS planned, count(visited_at)::int AS made FROM patrol_visits WHERE planned_at >= ${from} AND planned_at < ${until}) v`.execute(db)
  const { rows: bySource } = await sql<{ source: string; findings: number }>`SELECT source, count(*)::int AS findings FROM ${found} GROUP BY source ORDER BY count(*) DESC, source`.execute(db)
  const { rows: units } = await sql<BulletinUnit>`
    SELECT f.unit_id AS "unitId", count(*)::int AS findings, sum(f.points)::int AS points,
      (SELECT count(*)::int FROM ${issued} AND e.unit_id = f.unit_id AND e.kind = 'yellowCard') AS "yellowCards", (SELECT count(*)::int FROM ${issued} AND e.unit_id = f.unit_id AND e.kind = 'redCard') AS "redCards"
    FROM ${found} GROUP BY f.unit_id ORDER BY sum(f.points) DESC, f.unit_id`.execute(db)
  const [total] = totals
  if (total === undefined) throw new Error('a count has a row')
  return { ...total, bySource, units, criticised: await criticisedUnits(db, { from, until }) }
}

/** From the ledger of the orders, which names the unit that was late and nothing of who called: an order that was criticised twice counts once. */
async function criticisedUnits(db: Db, { from, until }: Window): Promise<readonly CriticisedUnit[]> {
  const { rows } = await sql<CriticisedUnit>`
    SELECT e.detail ->> 'unitId' AS "unitId", count(DISTINCT e.matter_id)::int AS orders
    FROM matter_events e JOIN matters m ON m.id = e.matter_id
    WHERE e.command = 'criticise' AND m.kind = 'workOrder' AND e.at >= ${from} AND e.at < ${until}
    GROUP BY 1 ORDER BY 2 DESC, 1`.execute(db)
  return rows
}

export async function isCompiled(db: Db, period: BulletinPeriod, from: Day): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM bulletins WHERE period = ${period} AND from_day = ${from}::date`.execute(db)
  return rows.length > 0
}

export interface Bulletin {
  readonly id: string
  readonly number: string
  readonly issuedAt: Date
  readonly period: BulletinPeriod
  readonly from: Day
  readonly to: Day
  readonly figures: BulletinFigures
  readonly documentId: string
  readonly documentNumber: string
}

/** A bulletin that was written before units under criticism stood in it names none. */
const columns = sql`m.id, m.number, m.opened_at AS "issuedAt", b.period, b.from_day::text AS "from", b.to_day::text AS "to", '{"criticised": []}'::jsonb || b.figures AS figures, b.document_id AS "documentId", b.document_number AS "documentNumber" FROM bulletins b JOIN matters m ON m.id = b.id`

export async function insertBulletin(db: Db, bulletin: Omit<Bulletin, 'number' | 'issuedAt'>): Promise<void> {
  await later(db, sql`INSERT INTO bulletins (id, period, from_day, to_day, figures, document_id, document_number)
    VALUES (${bulletin.id}, ${bulletin.period}, ${bulletin.from}::date, ${bulletin.to}::date, ${JSON.stringify(bulletin.figures)}::jsonb, ${bulletin.documentId}, ${bulletin.documentNumber})`)
}

export async function findBulletin(db: Db, number: string): Promise<Bulletin | undefined> {
  const { rows } = await sql<Bulletin>`SELECT ${columns} WHERE m.number = ${number}`.execute(db)
  return rows[0]
}

/** Bulletins, newest first, one more than `limit` if there are more. */
export async function listBulletinRows(db: Db, page: { readonly before: string | null; readonly limit: number }): Promise<readonly Bulletin[]> {
  const { rows } = await sql<Bulletin>`SELECT ${columns} WHERE (${page.before}::uuid IS NULL OR m.id < ${page.before}::uuid) ORDER BY m.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
