import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { caseLifecycle, type CaseState } from '../lifecycle.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { parseTimer, type Timer } from '#kernel/time/timer.ts'

export interface CaseRow {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly outcome: string | null
  readonly itemName: string
  readonly department: string | null
  readonly applicantName: string
  readonly openedAt: Date
  readonly closedAt: Date | null
}

/** The states from which a case passes to the archive, as its lifecycle says. */
const archivable = caseLifecycle.commands.archive.from

interface Cursor {
  readonly at: Date
  readonly id: string
}

/** The columns of `CaseRow`, of matters m and cases c. */
export const caseRow = sql`m.id, m.number, m.state, m.outcome, c.item_name AS "itemName", m.lead_unit_id AS department, c.applicant_name AS "applicantName", m.opened_at AS "openedAt", m.closed_at AS "closedAt"`

/** A case with the clocks that have not ended, and the place whose calendar they follow. */
export interface TimedCaseRow extends CaseRow, Pick<Matter, 'regionCode' | 'hallId'> {
  readonly timers: readonly Timer[]
}
export type Unread<R extends TimedCaseRow> = Omit<R, 'timers'> & { readonly timers: readonly unknown[] }

/** The clocks of `TimedCaseRow`, of matters m. */
export const clocks = sql`m.region_code AS "regionCode", m.hall_id AS "hallId", coalesce((SELECT jsonb_agg(t.body ORDER BY t.id) FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL), '[]') AS timers`

export function withTimers<R extends TimedCaseRow>(rows: readonly Unread<R>[]): readonly (Omit<R, 'timers'> & Pick<TimedCaseRow, 'timers'>)[] {
  return rows.map((found) => ({ ...found, timers: found.timers.map((timer) => parseTimer(timer)) }))
}

/** A case of a person with the authorisation under which he filed it as an agent; null for his own. */
export interface PartyCaseRow extends TimedCaseRow {
  readonly agency: string | null
}

const agencyOf = (personId: string): ReturnType<typeof sql> => sql`CASE WHEN c.submitter = ${`person:${personId}`} THEN c.authorisation_id END AS agency`

/** The cases that a person is a party to, newest first. */
export async function listCasesOfPerson(db: Db, personId: string, page: { readonly limit: number; readonly before?: Cursor }): Promise<readonly PartyCaseRow[]> {
  const { rows } = await sql<Unread<PartyCaseRow>>`
    SELECT ${caseRow}, ${agencyOf(personId)}, ${clocks} FROM cases c JOIN matters m ON m.id = c.id
    WHERE c.parties @> ARRAY[${personId}]::uuid[] ${page.before ? sql`AND (m.opened_at, m.id) < (${page.before.at}, ${page.before.id})` : sql``}
    ORDER BY m.opened_at DESC, m.id DESC LIMIT ${page.limit}`.execute(db)
  return withTimers(rows)
}

export interface CaseAtWindowRow extends PartyCaseRow {
  readonly feeState: string
}

/** Closed, and there is nothing left to make or to hand over. */
const ended = (Object.keys(caseLifecycle.states) as CaseState[]).filter((state) => caseLifecycle.states[state].phase === 'closed' && ![...caseLifecycle.commands.issue.from, ...caseLifecycle.commands.deliver.from].some((handed) => handed === state))

/** The cases that a person is a party to, newest first: those under way up to the delivery of their result, or those at their end. */
export async function listCasesByStage(db: Db, personId: string, page: { readonly ended: boolean; readonly limit: number; readonly before?: Cursor }): Promise<readonly CaseAtWindowRow[]> {
  const { rows } = await sql<Unread<CaseAtWindowRow>>`
    SELECT ${caseRow}, ${agencyOf(personId)}, c.fee_state AS "feeState", ${clocks} FROM cases c JOIN matters m ON m.id = c.id
    WHERE c.parties @> ARRAY[${personId}]::uuid[] AND (m.state = ANY(${ended})) = ${page.ended} ${page.before ? sql`AND (m.opened_at, m.id) < (${page.before.at}, ${page.before.id})` : sql``}
    ORDER BY m.opened_at DESC, m.id DESC LIMIT ${page.limit}`.execute(db)
  return withTimers(rows)
}

/** All cases, newest first, for the supervisor. */
export async function listAllCases(db: Db, page: { readonly limit: number; readonly before?: Cursor; readonly state?: string }): Promise<readonly TimedCaseRow[]> {
  const { rows } = await sql<Unread<TimedCaseRow>>`
    SELECT ${caseRow}, ${clocks} FROM matters m JOIN cases c ON c.id = m.id
    WHERE m.kind = 'case' ${page.state === undefined ? sql`` : sql`AND m.state = ${page.state}`}
      ${page.before ? sql`AND (m.opened_at, m.id) < (${page.before.at}, ${page.before.id})` : sql``}
    ORDER BY m.opened_at DESC, m.id DESC LIMIT ${page.limit}`.execute(db)
  return withTimers(rows)
}

/** Closed cases by the archivist's stage, the longest closed first. */
export async function listClosed(db: Db, page: { readonly archived: boolean; readonly limit: number; readonly after?: Cursor }): Promise<readonly CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    SELECT ${caseRow} FROM matters m JOIN cases c ON c.id = m.id
    WHERE m.kind = 'case' AND m.closed_at IS NOT NULL
      AND ${page.archived ? sql`m.state = 'archived'` : sql`m.state = ANY(${[...archivable]})`}
      ${page.after ? sql`AND (m.closed_at, m.id) > (${page.after.at}, ${page.after.id})` : sql``}
    ORDER BY m.closed_at, m.id LIMIT ${page.limit}`.execute(db)
  return rows
}

export interface PublicDecision {
  readonly id: string
  readonly number: string
  readonly itemName: string
  readonly department: string | null
  readonly applicantName: string
  readonly decidedAt: Date
}

/** Grants for publication; refusals are never among them (行政许可法 art. 40; C-28). */
export async function listGrants(db: Db, page: { readonly limit: number; readonly before?: Cursor }): Promise<readonly PublicDecision[]> {
  const { rows } = await sql<PublicDecision>`
    SELECT m.id, m.number, c.item_name AS "itemName", m.lead_unit_id AS department, c.applicant_name AS "applicantName", c.decided_at AS "decidedAt"
    FROM cases c JOIN matters m ON m.id = c.id
    WHERE c.decided_at IS NOT NULL AND m.outcome = 'approved' ${page.before ? sql`AND (c.decided_at, c.id) < (${page.before.at}, ${page.before.id})` : sql``}
    ORDER BY c.decided_at DESC, c.id DESC LIMIT ${page.limit}`.execute(db)
  return rows
}

export interface LapsedClock {
  readonly id: string
  readonly number: string
  readonly clock: string
  readonly dueAt: Date
}

/** Cases on which the law acts now, because one of the named clocks ran out; the oldest first. */
export async function listLapsed(db: Db, now: Date, page: { readonly clocks: readonly string[]; readonly limit: number; readonly after: Cursor | undefined }): Promise<readonly LapsedClock[]> {
  const { rows } = await sql<LapsedClock>`
    SELECT t.id, m.number, t.name AS clock, t.due_at AS "dueAt" FROM timers t JOIN matters m ON m.id = t.matter_id
    WHERE t.ended_at IS NULL AND t.due_at <= ${now} AND m.kind = 'case' AND t.name = ANY(${[...page.clocks]}) ${page.after ? sql`AND (t.due_at, t.id) > (${page.after.at}, ${page.after.id})` : sql``}
    ORDER BY t.due_at, t.id LIMIT ${page.limit}`.execute(db)
  return rows
}

/** What the progress query may know of a case, with the keys it is asked by. */
export async function findProgress(db: Db, number: string): Promise<{ readonly id: string; readonly state: string; readonly outcome: string | null; readonly itemName: string; readonly department: string | null; readonly openedAt: Date; readonly queryCodeHash: string; readonly phoneIndex: string | null } | undefined> {
  const { rows } = await sql<{ id: string; state: string; outcome: string | null; itemName: string; department: string | null; openedAt: Date; queryCodeHash: string; phoneIndex: string | null }>`
    SELECT m.id, m.state, m.outcome, c.item_name AS "itemName", m.lead_unit_id AS department, m.opened_at AS "openedAt", c.query_code_hash AS "queryCodeHash", c.phone_index AS "phoneIndex"
    FROM matters m JOIN cases c ON c.id = m.id WHERE m.number = ${number}`.execute(db)
  return rows[0]
}
