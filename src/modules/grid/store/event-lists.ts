import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { ListScope } from '../access.ts'
import type { Level } from '../schema.ts'

export interface ListedEvent {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly source: string
  readonly category: string
  readonly cellId: string
  readonly level: Level
  readonly leadUnitId: string | null
  readonly openedAt: Date
  readonly dueAt: Date | null
  readonly provisional: boolean
  readonly reviewOn: string | null
  readonly orderNumber: string | null
  /** `kind:id` of who said last what was done about it. */
  readonly fedBackBy: string | null
}

const columns = sql`m.id, m.number, m.state, e.source, e.category, e.cell_id AS "cellId", e.level, m.lead_unit_id AS "leadUnitId", m.opened_at AS "openedAt",
  (SELECT min(t.due_at) FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL) AS "dueAt", EXISTS (SELECT FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL AND t.provisional) AS provisional, e.review_on::text AS "reviewOn", e.order_number AS "orderNumber", e.fed_back_by AS "fedBackBy"`

export interface EventPage {
  readonly scope: ListScope
  readonly states: readonly string[]
  readonly level: Level | null
  /** Only those with a clock that ended before this instant. */
  readonly overdueAt: Date | null
  readonly cellId: string | null
  readonly componentCode: string | null
  readonly after: string | null
  readonly limit: number
}

/** Events that stand in the lists of a scope: all, those of its towns, and those that its units have in hand. */
function within(scope: ListScope): RawBuilder<unknown> {
  return sql`(${scope.all} OR c.unit_id = ANY(${[...scope.townUnits]}::text[])
        OR (m.lead_unit_id = ANY(${[...scope.handlingUnits]}::text[]) AND e.level <> 'community' AND m.state NOT IN ('reported', 'registered', 'notFiled')))`
}

/** Events of a scope, the oldest first; one more than `limit` if there are more. */
export async function listEventRows(db: Db, page: EventPage): Promise<readonly ListedEvent[]> {
  const { rows } = await sql<ListedEvent>`
    SELECT ${columns} FROM matters m JOIN grid_events e ON e.id = m.id JOIN grid_cells c ON c.id = e.cell_id
    WHERE m.kind = 'gridEvent' AND m.state = ANY(${[...page.states]}::text[]) AND (${page.level}::text IS NULL OR e.level = ${page.level})
      AND ${within(page.scope)}
      AND (${page.overdueAt}::timestamptz IS NULL OR EXISTS (SELECT FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL AND t.due_at < ${page.overdueAt}))
      AND (${page.cellId}::text IS NULL OR e.cell_id = ${page.cellId}) AND (${page.componentCode}::text IS NULL OR e.component_code = ${page.componentCode}) AND (${page.after}::uuid IS NULL OR m.id > ${page.after}::uuid)
    ORDER BY m.id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

export interface CellCount {
  readonly cellId: string
  readonly open: number
  readonly overdue: number
}

/** Open events of a scope by cell; overdue is what has a clock that ended before the instant. */
export async function countOpenByCell(db: Db, asked: { readonly scope: ListScope; readonly townCode: string | null; readonly at: Date }): Promise<readonly CellCount[]> {
  const { rows } = await sql<CellCount>`
    SELECT e.cell_id AS "cellId", count(*)::int AS open, count(*) FILTER (WHERE EXISTS (SELECT FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL AND t.due_at < ${asked.at}))::int AS overdue
    FROM matters m JOIN grid_events e ON e.id = m.id JOIN grid_cells c ON c.id = e.cell_id
    WHERE m.kind = 'gridEvent' AND m.closed_at IS NULL AND ${within(asked.scope)} AND (${asked.townCode}::text IS NULL OR c.town_code = ${asked.townCode})
    GROUP BY e.cell_id ORDER BY e.cell_id`.execute(db)
  return rows
}

/** Events that a registered person reported, newest first; one more than `limit` if there are more. */
export async function listOfPerson(db: Db, page: { readonly personId: string; readonly before: string | null; readonly limit: number }): Promise<readonly ListedEvent[]> {
  const { rows } = await sql<ListedEvent>`
    SELECT ${columns} FROM matters m JOIN grid_events e ON e.id = m.id
    WHERE e.person_id = ${page.personId} AND (${page.before}::uuid IS NULL OR m.id < ${page.before}::uuid) ORDER BY m.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

/** Shelved events whose day of review has come. */
export async function listToReview(db: Db, today: string, limit: number): Promise<readonly { readonly id: string; readonly number: string; readonly unitId: string }[]> {
  const { rows } = await sql<{ id: string; number: string; unitId: string }>`
    SELECT m.id, m.number, CASE WHEN e.level = 'district' THEN (SELECT a.unit_id FROM assignments a WHERE a.matter_id = m.id AND a.until IS NULL LIMIT 1) ELSE c.unit_id END AS "unitId"
    FROM matters m JOIN grid_events e ON e.id = m.id JOIN grid_cells c ON c.id = e.cell_id
    WHERE m.state = 'shelved' AND m.kind = 'gridEvent' AND e.review_on <= ${today}::date ORDER BY e.review_on, m.id LIMIT ${limit}`.execute(db)
  return rows
}

export interface PublicPage {
  readonly ids: readonly string[] | null
  readonly categories: readonly string[] | null
  readonly from: Date | null
  readonly until: Date | null
  readonly closed: boolean | null
  readonly limit: number
}

export interface PublicEvent {
  readonly number: string
  readonly state: string
  readonly category: string
  readonly cellId: string
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly changedAt: Date
  readonly dueAt: Date | null
  readonly leadUnitId: string | null
}

/** What anybody may know of events whose facts are open: class, cell, state and days, newest first. */
export async function listPublicEvents(db: Db, page: PublicPage): Promise<readonly PublicEvent[]> {
  const ids = page.ids === null ? null : [...page.ids]
  const categories = page.categories === null ? null : [...page.categories]
  const { rows } = await sql<PublicEvent>`
    SELECT m.number, m.state, e.category, e.cell_id AS "cellId", m.opened_at AS "openedAt", m.closed_at AS "closedAt", m.lead_unit_id AS "leadUnitId",
      (SELECT max(v.at) FROM matter_events v WHERE v.matter_id = m.id) AS "changedAt",
      (SELECT t.due_at FROM timers t WHERE t.matter_id = m.id AND t.name = 'dispose' AND t.ended_at IS NULL LIMIT 1) AS "dueAt"
    FROM matters m JOIN grid_events e ON e.id = m.id
    WHERE m.kind = 'gridEvent' AND e.open_data AND (${ids}::text[] IS NULL OR m.number = ANY(${ids}::text[]))
      AND (${categories}::text[] IS NULL OR e.category = ANY(${categories}::text[])) AND (${page.from}::timestamptz IS NULL OR m.opened_at >= ${page.from})
      AND (${page.until}::timestamptz IS NULL OR m.opened_at <= ${page.until}) AND (${page.closed}::boolean IS NULL OR (m.closed_at IS NOT NULL) = ${page.closed})
    ORDER BY m.id DESC LIMIT ${page.limit}`.execute(db)
  return rows
}
