import { sql } from 'kysely'
import type { HeldRole } from '#kernel/access/caller.ts'
import type { Db } from '#kernel/db/pool.ts'
import { caseRow, clocks, type TimedCaseRow, type Unread, withTimers } from './lists.ts'

export interface QueueRow extends TimedCaseRow {
  readonly assignmentId: string
  readonly task: string
  readonly unitId: string
  readonly personId: string | null
  readonly since: Date
  readonly dueAt: Date | null
  /** Of a step: how many officers look into it; null for other tasks. */
  readonly officers: number | null
}

/** By the task that is due first, by the case that was filed first, or by the name of the item and then the task that is due first. */
export const queueOrders = ['urgency', 'receipt', 'item'] as const
export type QueueOrder = (typeof queueOrders)[number]

/** Whose tasks: those of roles in units, or of everybody; of these only those of one person. */
export interface QueueScope {
  readonly held: readonly HeldRole[] | 'all'
  readonly personId?: string | undefined
}

export interface QueueQuery extends QueueScope {
  /** Only cases whose clock stands. */
  readonly stopped: boolean
  readonly implementCode?: string | undefined
  /** Part of a number, of the item's name or of the applicant's masked name. */
  readonly words?: string | undefined
  readonly order: QueueOrder
  readonly limit: number
  /** The last line of the page before: its task, and the instant that its order goes by. */
  readonly after?: { readonly at: Date | null; readonly id: string } | undefined
}

const none = sql``
/** Open tasks on cases: assignments a, matters m. */
const openTasks = sql`assignments a JOIN matters m ON m.id = a.matter_id AND m.kind = 'case'`
/** As the index of the queues has it: what is due on no day comes last. */
const sortKeys = { urgency: sql`a.due_at, a.id`, receipt: sql`m.opened_at, a.id`, item: sql`c.item_name, a.due_at, a.id` } as const

/** The same of the tasks that `cutPage` takes from each role. */
const cutKeys = { urgency: sql`a.due_at, a.id`, receipt: sql`a.opened_at, a.id`, item: sql`a.item_name, a.due_at, a.id` } as const

function within({ held, personId }: QueueScope): ReturnType<typeof sql> {
  return sql`${held === 'all' ? none : sql`AND (a.unit_id, a.role) IN (SELECT "unitId", role FROM jsonb_to_recordset(${JSON.stringify(held)}::jsonb) AS h(role text, "unitId" text))`}
    ${personId === undefined ? none : sql`AND a.person_id = ${personId}`}`
}

/** What comes behind a line. The name of its item is read from the line itself: it never changes, and no cursor has to carry it. */
function behind({ order, after }: QueueQuery): ReturnType<typeof sql> {
  if (after === undefined) return none
  const due = sql`coalesce(${after.at}::timestamptz, 'infinity')`
  const ofTask = sql`coalesce(a.due_at, 'infinity')`
  switch (order) {
    case 'urgency':
      return sql`AND (${ofTask}, a.id) > (${due}, ${after.id}::uuid)`
    case 'receipt':
      return sql`AND (${sortKeys.receipt}) > (${after.at}, ${after.id}::uuid)`
    case 'item':
      return sql`AND (c.item_name, ${ofTask}, a.id) > ((SELECT k.item_name FROM assignments t JOIN cases k ON k.id = t.matter_id WHERE t.id = ${after.id}), ${due}, ${after.id}::uuid)`
  }
}

function narrowed({ stopped, implementCode, words }: QueueQuery): ReturnType<typeof sql> {
  return sql`${stopped ? sql`AND m.state = 'suspended'` : none}
    ${implementCode === undefined ? none : sql`AND c.implement_code = ${implementCode}`}
    ${words === undefined ? none : sql`AND (strpos(c.item_name, ${words}) > 0 OR strpos(c.applicant_name, ${words}) > 0 OR strpos(m.number, upper(${words})) > 0)`}`
}

/**
 * The tasks of a page, from the tasks alone, and from their cases where it is asked for by something of a case: what else a line shows is
 * read for its lines only. Of each role in a unit no more are read than a page holds, in the order of their index, however many wait there.
 */
function cutPage(query: QueueQuery): ReturnType<typeof sql> {
  const { held, order, limit } = query
  const ofCase = order === 'item' || query.implementCode !== undefined || query.words !== undefined
  const tasks = (ofRole: ReturnType<typeof sql>): ReturnType<typeof sql> => sql`
    SELECT a.*, m.opened_at ${order === 'item' ? sql`, c.item_name` : none} FROM ${openTasks} ${ofCase ? sql`JOIN cases c ON c.id = m.id` : none}
    WHERE a.until IS NULL ${ofRole} ${query.personId === undefined ? none : sql`AND a.person_id = ${query.personId}`} ${narrowed(query)} ${behind(query)}
    ORDER BY ${sortKeys[order]} LIMIT ${limit}`
  if (held === 'all') return tasks(none)
  return sql`
    SELECT a.* FROM (SELECT DISTINCT role, "unitId" FROM jsonb_to_recordset(${JSON.stringify(held)}::jsonb) AS h(role text, "unitId" text)) h
      CROSS JOIN LATERAL (${tasks(sql`AND a.unit_id = h."unitId" AND a.role = h.role`)}) a
    ORDER BY ${cutKeys[order]} LIMIT ${limit}`
}

/** One page of open tasks with the open clocks of their cases. */
export async function listQueue(db: Db, query: QueueQuery): Promise<readonly QueueRow[]> {
  const { rows } = await sql<Unread<QueueRow>>`
    SELECT ${caseRow}, a.id AS "assignmentId", a.task, a.unit_id AS "unitId", a.person_id AS "personId", a.since, a.due_at AS "dueAt",
      (SELECT s.officers FROM case_steps s WHERE s.case_id = c.id AND a.task = 'step:' || s.key AND s.kind = 'REVIEW') AS officers,
      ${clocks}
    FROM (${cutPage(query)}) a JOIN matters m ON m.id = a.matter_id JOIN cases c ON c.id = m.id
    ORDER BY ${sortKeys[query.order]}`.execute(db)
  return withTimers(rows)
}

export interface QueueSummary {
  readonly mine: number
  readonly stopped: number
  readonly waiting: number
  readonly done: number
  readonly items: readonly { readonly implementCode: string; readonly itemName: string; readonly count: number }[]
}

/**
 * How much lies in each list of an officer, and the items of the open tasks in a scope. One statement. The items are read from two indexes
 * alone (`assignments_unit_queue`, `cases_items`), a line of each for every open task, however many cases are over.
 */
export async function summariseQueue(db: Db, scope: QueueScope & { readonly officer: string; readonly waitingSince: Date; readonly doneSince: Date }): Promise<QueueSummary> {
  const own = { held: scope.held, personId: scope.officer }
  const { rows } = await sql<QueueSummary>`
    SELECT mine.*, handled.*,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('implementCode', implement_code, 'itemName', item_name, 'count', count) ORDER BY item_name, implement_code)
        FROM (SELECT c.implement_code, max(c.item_name) AS item_name, count(*) AS count FROM assignments a JOIN cases c ON c.id = a.matter_id WHERE a.until IS NULL ${within(scope)} GROUP BY 1) i
      ), '[]') AS items
    FROM
      (SELECT count(*)::int AS mine, count(*) FILTER (WHERE m.state = 'suspended')::int AS stopped FROM ${openTasks} WHERE a.until IS NULL ${within(own)}) mine,
      (
        SELECT (count(*) FILTER (WHERE ${waitsForOthers(scope.officer)}))::int AS waiting, (count(*) FILTER (WHERE s.done_at >= ${scope.doneSince}))::int AS done
        FROM case_steps s JOIN matters m ON m.id = s.case_id WHERE s.done_by = ${scope.officer} AND s.done_at >= ${scope.waitingSince}
      ) handled`.execute(db)
  return rows[0] ?? { mine: 0, stopped: 0, waiting: 0, done: 0, items: [] }
}

/** Of a step that an officer did: the case goes on, and nothing in it is his to do now. */
function waitsForOthers(officer: string): ReturnType<typeof sql> {
  return sql`m.closed_at IS NULL AND NOT EXISTS (SELECT FROM assignments o WHERE o.matter_id = m.id AND o.until IS NULL AND o.person_id = ${officer})`
}

export interface HandledRow extends TimedCaseRow {
  readonly kind: 'REVIEW' | 'APPROVE'
  readonly opinion: string
  readonly doneAt: Date
}

export interface HandledQuery {
  readonly officer: string
  readonly since: Date
  /** Only those whose case goes on without him. */
  readonly waiting: boolean
  readonly limit: number
  readonly before?: { readonly at: Date; readonly id: string } | undefined
}

/** The steps that an officer did since an instant, the last one first. */
export async function listHandled(db: Db, { officer, since, waiting, limit, before }: HandledQuery): Promise<readonly HandledRow[]> {
  const { rows } = await sql<Unread<HandledRow>>`
    SELECT ${caseRow}, s.kind, s.opinion, s.done_at AS "doneAt", ${clocks}
    FROM case_steps s JOIN matters m ON m.id = s.case_id JOIN cases c ON c.id = m.id
    WHERE s.done_by = ${officer} AND s.done_at >= ${since}
      ${waiting ? sql`AND ${waitsForOthers(officer)}` : none}
      ${before ? sql`AND (s.done_at, s.case_id) < (${before.at}, ${before.id})` : none}
    ORDER BY s.done_at DESC, s.case_id DESC LIMIT ${limit}`.execute(db)
  return withTimers(rows)
}
