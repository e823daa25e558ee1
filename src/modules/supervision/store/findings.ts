import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter, findMatterById } from '#kernel/matter/store.ts'
import type { MonthTally } from '../rules/ladder.ts'
import type { EvidenceReference, FindingGrade, FindingSource, Violation } from '../schema.ts'
import type { Recording } from './measures.ts'

export interface FindingDetail {
  readonly source: FindingSource
  readonly grade: FindingGrade
  readonly violation: Violation
  readonly unitId: string
  readonly staffId: string | null
  readonly windowId: string | null
  readonly points: number
  readonly recorder: string
  readonly evidence: readonly EvidenceReference[]
  readonly foundAt: Date
  readonly month: string
  readonly appealUntil: Date
  readonly appealedAt: Date | null
  readonly closedBy: string | null
}

/** The register's entry of a finding with its matter. */
export interface Finding extends FindingDetail {
  readonly matter: Matter
}

const columns = sql`f.source, f.grade, f.violation, f.unit_id AS "unitId", f.staff_id AS "staffId", f.window_id AS "windowId", f.points, f.recorder, f.evidence,
  f.found_at AS "foundAt", f.month, f.appeal_until AS "appealUntil", f.appealed_at AS "appealedAt", f.closed_by AS "closedBy"`

export type NewFinding = Omit<FindingDetail, 'appealedAt' | 'closedBy'> & { readonly id: string; readonly signalId: string | null; readonly enteredAt: Date }

export async function insertFinding(db: Db, finding: NewFinding): Promise<void> {
  await later(db, sql`
    INSERT INTO findings (id, source, grade, violation, unit_id, staff_id, window_id, points, recorder, signal_id, evidence, found_at, entered_at, month, appeal_until)
    VALUES (${finding.id}, ${finding.source}, ${finding.grade}, ${finding.violation}, ${finding.unitId}, ${finding.staffId}, ${finding.windowId}, ${finding.points},
      ${finding.recorder}, ${finding.signalId}, ${JSON.stringify(finding.evidence)}::jsonb, ${finding.foundAt}, ${finding.enteredAt}, ${finding.month}, ${finding.appealUntil})`)
}

export async function findFinding(db: Db, number: string, forUpdate: boolean): Promise<Finding | undefined> {
  const matter = await findMatter(db, 'finding', number, forUpdate)
  return matter && withDetail(db, matter)
}

async function withDetail(db: Db, matter: Matter): Promise<Finding | undefined> {
  const { rows } = await sql<FindingDetail>`SELECT ${columns} FROM findings f WHERE f.id = ${matter.id}`.execute(db)
  return rows[0] && { matter, ...rows[0] }
}

/** The finding that a complaint led to and that stands, held until commit. */
export async function findStandingOfComplaint(db: Db, complaintNumber: string): Promise<Finding | undefined> {
  const evidence = JSON.stringify([{ kind: 'matter', reference: complaintNumber }])
  const { rows } = await sql<{ id: string }>`SELECT id FROM findings WHERE source = 'complaint' AND overturned_at IS NULL AND evidence @> ${evidence}::jsonb`.execute(db)
  const matter = rows[0] && (await findMatterById(db, rows[0].id, true))
  return matter && withDetail(db, matter)
}

/** Whether a signal has opened its finding already (S-03). */
export async function hasSignal(db: Db, signalId: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM findings WHERE signal_id = ${signalId}`.execute(db)
  return rows.length > 0
}

export interface FindingChange {
  readonly appealedAt?: Date
  readonly closedBy?: string
  readonly overturnedAt?: Date
}

export async function updateFinding(db: Db, id: string, { appealedAt, closedBy, overturnedAt }: FindingChange): Promise<void> {
  await later(db, sql`
    UPDATE findings SET appealed_at = coalesce(${appealedAt ?? null}, appealed_at), closed_by = coalesce(${closedBy ?? null}, closed_by), overturned_at = coalesce(${overturnedAt ?? null}, overturned_at)
    WHERE id = ${id}`)
}

/** Holds the month of a unit until commit, so that two findings at the same moment see each other in the tally. */
export async function holdMonth(db: Db, unitId: string, month: string): Promise<void> {
  await later(db, sql`SELECT pg_advisory_xact_lock(hashtextextended(${`supervision ${unitId} ${month}`}, 0))`)
}

/** What stands against a unit, and against one of its people, in a month; overturned findings do not count. */
export async function tallyOf(db: Db, { unitId, staffId, month }: Pick<FindingDetail, 'unitId' | 'staffId' | 'month'>): Promise<MonthTally> {
  const { rows } = await sql<MonthTally>`
    SELECT count(*) FILTER (WHERE grade = 'obvious' AND staff_id IS NOT DISTINCT FROM ${staffId}::text)::int AS obvious,
      count(*) FILTER (WHERE grade <> 'minor')::int AS "ofUnit", coalesce(sum(points), 0)::int AS points
    FROM findings WHERE unit_id = ${unitId} AND month = ${month} AND overturned_at IS NULL`.execute(db)
  return rows[0] ?? { obvious: 0, ofUnit: 0, points: 0 }
}

export interface FindingFilter {
  /** Null: every finding. */
  readonly scope: { readonly units: readonly string[]; readonly staffId: string | null } | null
  readonly source: string | null
  readonly grade: string | null
  readonly unitId: string | null
  readonly state: string | null
  readonly month: string | null
  readonly before: string | null
  readonly limit: number
}

export interface ListedFinding extends Pick<FindingDetail, 'source' | 'grade' | 'violation' | 'unitId' | 'staffId' | 'points' | 'foundAt'> {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly dueAt: Date | null
  readonly provisional: boolean
}

/** The register, newest first, one more than `limit` if there are more. */
export async function listFindingRows(db: Db, { scope, source, grade, unitId, state, month, before, limit }: FindingFilter): Promise<readonly ListedFinding[]> {
  const { rows } = await sql<ListedFinding>`
    SELECT m.id, m.number, m.state, f.source, f.grade, f.violation, f.unit_id AS "unitId", f.staff_id AS "staffId", f.points, f.found_at AS "foundAt",
      (SELECT min(t.due_at) FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL) AS "dueAt",
      EXISTS (SELECT FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL AND t.provisional) AS provisional
    FROM findings f JOIN matters m ON m.id = f.id
    WHERE (${scope === null} OR f.unit_id = ANY(${[...(scope?.units ?? [])]}::text[]) OR f.staff_id = ${scope?.staffId ?? null})
      AND (${source}::text IS NULL OR f.source = ${source}) AND (${grade}::text IS NULL OR f.grade = ${grade}) AND (${unitId}::text IS NULL OR f.unit_id = ${unitId})
      AND (${state}::text IS NULL OR m.state = ${state}) AND (${month}::text IS NULL OR f.month = ${month}) AND (${before}::uuid IS NULL OR f.id < ${before}::uuid)
    ORDER BY f.id DESC LIMIT ${limit + 1}`.execute(db)
  return rows
}

/** The files that are evidence of the findings about a unit in a month, in the order of the register; overturned findings have none. */
export async function listRecordings(db: Db, { unitId, month }: Pick<FindingDetail, 'unitId' | 'month'>): Promise<readonly Recording[]> {
  const { rows } = await sql<Recording>`
    SELECT m.number AS finding, e.evidence->>'reference' AS "fileId"
    FROM findings f JOIN matters m ON m.id = f.id, jsonb_array_elements(f.evidence) WITH ORDINALITY AS e(evidence, place)
    WHERE f.unit_id = ${unitId} AND f.month = ${month} AND f.overturned_at IS NULL AND e.evidence->>'kind' = 'file'
    ORDER BY m.number, e.place`.execute(db)
  return rows
}

/** The kinds of the matters with these numbers, by number; of one that does not exist none. */
export async function kindsOfMatters(db: Db, numbers: readonly string[]): Promise<Readonly<Record<string, string>>> {
  if (numbers.length === 0) return {}
  const { rows } = await sql<{ number: string; kind: string }>`SELECT number, kind FROM matters WHERE number = ANY(${[...numbers]})`.execute(db)
  return Object.fromEntries(rows.map(({ number, kind }) => [number, kind]))
}

/** Whether matters or files of these references exist, for evidence that is only named (S-06). */
export async function missingMatters(db: Db, numbers: readonly string[]): Promise<readonly string[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<{ number: string }>`SELECT number FROM matters WHERE number = ANY(${[...numbers]})`.execute(db)
  const known = new Set(rows.map(({ number }) => number))
  return numbers.filter((number) => !known.has(number))
}
