import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter, findMatterById } from '#kernel/matter/store.ts'
import type { MeasureKind } from '../schema.ts'

/** A file that goes with a letter, and the finding that it is evidence of. */
export interface Recording {
  readonly finding: string
  readonly fileId: string
}

export interface MeasureDetail {
  readonly measure: MeasureKind
  readonly findingId: string
  readonly findingNumber: string
  readonly unitId: string
  readonly staffId: string | null
  readonly month: string
  readonly documentId: string | null
  readonly documentNumber: string | null
  readonly issuedAt: Date
  /** Of a letter with recordings; otherwise none. */
  readonly recordings: readonly Recording[]
}

export interface Measure extends MeasureDetail {
  readonly matter: Matter
}

const columns = sql`e.kind AS measure, e.finding_id AS "findingId", (SELECT n.number FROM matters n WHERE n.id = e.finding_id) AS "findingNumber", e.unit_id AS "unitId",
  e.staff_id AS "staffId", e.month, e.document_id AS "documentId", e.document_number AS "documentNumber", e.issued_at AS "issuedAt", e.recordings`

export interface NewMeasure extends Omit<MeasureDetail, 'findingNumber'> {
  readonly id: string
  readonly once: string
}

export async function insertMeasure(db: Db, measure: NewMeasure): Promise<void> {
  await later(db, sql`
    INSERT INTO measures (id, kind, once, finding_id, unit_id, staff_id, month, document_id, document_number, issued_at, recordings)
    VALUES (${measure.id}, ${measure.measure}, ${measure.once}, ${measure.findingId}, ${measure.unitId}, ${measure.staffId}, ${measure.month}, ${measure.documentId}, ${measure.documentNumber}, ${measure.issuedAt}, ${JSON.stringify(measure.recordings)}::jsonb)`)
}

/** Of what is due, what was not issued before; the caller holds the month. */
export async function knownOnces(db: Db, onces: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ once: string }>`SELECT once FROM measures WHERE once = ANY(${[...onces]})`.execute(db)
  return new Set(rows.map(({ once }) => once))
}

export async function findMeasure(db: Db, number: string, forUpdate: boolean): Promise<Measure | undefined> {
  const matter = await findMatter(db, 'measure', number, forUpdate)
  return matter && withDetail(db, matter)
}

async function withDetail(db: Db, matter: Matter): Promise<Measure | undefined> {
  const { rows } = await sql<MeasureDetail>`SELECT ${columns} FROM measures e WHERE e.id = ${matter.id}`.execute(db)
  return rows[0] && { matter, ...rows[0] }
}

/** The measures of a unit in a month that stand, held until commit. */
export async function listStanding(db: Db, unitId: string, month: string): Promise<readonly Measure[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM measures WHERE unit_id = ${unitId} AND month = ${month} AND lifted_at IS NULL ORDER BY id`.execute(db)
  const found: Measure[] = []
  for (const { id } of rows) {
    const matter = await findMatterById(db, id, true)
    const measure = matter && (await withDetail(db, matter))
    if (measure !== undefined) found.push(measure)
  }
  return found
}

/** Lifting frees what made the measure due only once, so that it can become due again. */
export async function markLifted(db: Db, id: string, at: Date): Promise<void> {
  await later(db, sql`UPDATE measures SET lifted_at = ${at}, once = once || ' lifted ' || id::text WHERE id = ${id}`)
}

export async function markAnswered(db: Db, id: string, at: Date): Promise<void> {
  await later(db, sql`UPDATE measures SET answered_at = ${at} WHERE id = ${id}`)
}

export interface ListedMeasure extends Pick<MeasureDetail, 'measure' | 'unitId' | 'staffId' | 'findingNumber' | 'documentNumber' | 'issuedAt'> {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly dueAt: Date | null
  readonly provisional: boolean
}

export interface MeasureFilter {
  readonly scope: { readonly units: readonly string[]; readonly staffId: string | null } | null
  readonly findingId: string | null
  readonly unitId: string | null
  readonly month: string | null
  readonly state: string | null
  readonly before: string | null
  readonly limit: number
}

/** Measures, newest first, one more than `limit` if there are more. */
export async function listMeasureRows(db: Db, { scope, findingId, unitId, month, state, before, limit }: MeasureFilter): Promise<readonly ListedMeasure[]> {
  const { rows } = await sql<ListedMeasure>`
    SELECT m.id, m.number, m.state, ${columns}, (SELECT min(t.due_at) FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL) AS "dueAt",
      EXISTS (SELECT FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL AND t.provisional) AS provisional
    FROM measures e JOIN matters m ON m.id = e.id
    WHERE (${scope === null} OR e.unit_id = ANY(${[...(scope?.units ?? [])]}::text[]) OR e.staff_id = ${scope?.staffId ?? null})
      AND (${findingId}::uuid IS NULL OR e.finding_id = ${findingId}::uuid) AND (${unitId}::text IS NULL OR e.unit_id = ${unitId})
      AND (${month}::text IS NULL OR e.month = ${month}) AND (${state}::text IS NULL OR m.state = ${state}) AND (${before}::uuid IS NULL OR e.id < ${before}::uuid)
    ORDER BY e.id DESC LIMIT ${limit + 1}`.execute(db)
  return rows
}

export interface UnitStanding {
  readonly unitId: string
  readonly findings: number
  readonly points: number
  readonly yellowCards: number
  readonly redCards: number
  readonly letters: number
  readonly talks: number
}

/** What each unit has in a month, the most points first. */
export async function standingsOf(db: Db, month: string, unitIds: readonly string[] | null): Promise<readonly UnitStanding[]> {
  const units = unitIds === null ? null : [...unitIds]
  const { rows } = await sql<UnitStanding>`
    SELECT f.unit_id AS "unitId", count(*)::int AS findings, sum(f.points)::int AS points, coalesce(min(e.yellow), 0)::int AS "yellowCards",
      coalesce(min(e.red), 0)::int AS "redCards", coalesce(min(e.letters), 0)::int AS letters, coalesce(min(e.talks), 0)::int AS talks
    FROM findings f LEFT JOIN (
      SELECT unit_id, count(*) FILTER (WHERE kind = 'yellowCard') AS yellow, count(*) FILTER (WHERE kind = 'redCard') AS red,
        count(*) FILTER (WHERE kind IN ('letter', 'letterWithRecordings', 'advice')) AS letters, count(*) FILTER (WHERE kind LIKE 'talk%') AS talks
      FROM measures WHERE month = ${month} AND lifted_at IS NULL GROUP BY unit_id
    ) e ON e.unit_id = f.unit_id
    WHERE f.month = ${month} AND f.overturned_at IS NULL AND (${units}::text[] IS NULL OR f.unit_id = ANY(${units}::text[]))
    GROUP BY f.unit_id ORDER BY sum(f.points) DESC, f.unit_id`.execute(db)
  return rows
}
