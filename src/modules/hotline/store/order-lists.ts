import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { orderLifecycle } from '../lifecycle.ts'

export interface ListedOrder {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly kind: string
  readonly category: string | null
  readonly priority: number
  readonly secret: boolean
  readonly emergency: boolean
  readonly openedAt: Date
  readonly dueAt: Date | null
  readonly dueProvisional: boolean
  readonly leadUnitId: string | null
  readonly callerId: string
  readonly sealedAppeal: Buffer
  readonly sealedBrief: Buffer | null
  readonly designated: boolean
}

const columns = sql`m.id, m.number, m.state, o.kind, o.category, o.priority, o.secret, o.emergency, m.opened_at AS "openedAt",
  (SELECT min(t.due_at) FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL) AS "dueAt",
  coalesce((SELECT t.provisional FROM timers t WHERE t.matter_id = m.id AND t.ended_at IS NULL AND t.due_at IS NOT NULL ORDER BY t.due_at LIMIT 1), false) AS "dueProvisional",
  m.lead_unit_id AS "leadUnitId", o.caller_id AS "callerId", o.sealed_appeal AS "sealedAppeal", o.sealed_brief AS "sealedBrief", o.designated`

/** Who asks and for which unit he works: what is about that unit, or he was recused from, is in no list (H-11). */
export interface HiddenFrom {
  readonly staffId: string | null
  readonly ownUnitId: string | null
}

/** Of `work_orders o`: not hidden from whoever asks. */
export function openTo({ staffId, ownUnitId }: HiddenFrom) {
  return sql`(o.concerned_unit_id IS NULL OR ${ownUnitId}::text IS NULL OR o.concerned_unit_id <> ${ownUnitId})
      AND (${staffId}::text IS NULL OR NOT EXISTS (SELECT FROM order_recusals r WHERE r.order_id = o.id AND r.staff_id = ${staffId}))`
}

export interface OrderPage extends HiddenFrom {
  /** Units that handle or help; null: all. */
  readonly units: readonly string[] | null
  readonly states: readonly string[]
  /** Any of these; null: all. */
  readonly categories: readonly string[] | null
  /** Number of an order here or in a hotline above; the latter of a secret order is found by those who read what was said (H-11). */
  readonly named: { readonly number: string; readonly readsSecret: boolean } | null
  /** Who answers for them to the callers; null: anybody. */
  readonly firstContact: string | null
  readonly after: { readonly priority: number; readonly id: string } | null
  readonly limit: number
}

/** A list of orders: emergencies, then what is dispatched first (H-13), then the oldest; one more than `limit` if there are more. */
export async function listOrderRows(db: Db, page: OrderPage): Promise<readonly ListedOrder[]> {
  const units = page.units === null ? null : [...page.units]
  const categories = page.categories === null ? null : [...page.categories]
  const { rows } = await sql<ListedOrder>`
    SELECT ${columns} FROM matters m JOIN work_orders o ON o.id = m.id
    WHERE m.kind = 'workOrder' AND m.state = ANY(${[...page.states]}::text[]) AND (${categories}::text[] IS NULL OR o.category = ANY(${categories}::text[]))
      AND (${page.firstContact}::text IS NULL OR o.first_contact = ${page.firstContact})
      AND (${page.named?.number ?? null}::text IS NULL OR m.number = ${page.named?.number ?? null} OR (o.upper_number = ${page.named?.number ?? null} AND (NOT o.secret OR ${page.named?.readsSecret ?? false})))
      AND (${units}::text[] IS NULL OR m.lead_unit_id = ANY(${units}::text[]) OR EXISTS (SELECT FROM order_assistants a WHERE a.order_id = o.id AND a.unit_id = ANY(${units}::text[])))
      AND ${openTo(page)}
      AND (${page.after?.id ?? null}::uuid IS NULL OR o.priority < ${page.after?.priority ?? 0} OR (o.priority = ${page.after?.priority ?? 0} AND o.id > ${page.after?.id ?? null}::uuid))
    ORDER BY o.priority DESC, o.id LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

/** Orders of one caller that whoever asks may know of, newest first. */
export async function listOfCaller(db: Db, page: HiddenFrom & { readonly callerId: string; readonly limit: number }): Promise<readonly ListedOrder[]> {
  const { rows } = await sql<ListedOrder>`
    SELECT ${columns} FROM matters m JOIN work_orders o ON o.id = m.id WHERE o.caller_id = ${page.callerId} AND ${openTo(page)} ORDER BY o.id DESC LIMIT ${page.limit}`.execute(db)
  return rows
}

/** Orders that a registered person filed, newest first; one more than `limit` if there are more. */
export async function listOfPerson(db: Db, page: { readonly personId: string; readonly before: string | null; readonly limit: number }): Promise<readonly ListedOrder[]> {
  const { rows } = await sql<ListedOrder>`
    SELECT ${columns} FROM matters m JOIN work_orders o ON o.id = m.id
    WHERE o.person_id = ${page.personId} AND (${page.before}::uuid IS NULL OR o.id < ${page.before}::uuid) ORDER BY o.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}

export interface SimilarRow extends ListedOrder {
  readonly wordIndex: readonly string[]
  readonly placeIndex: string | null
}

export interface SimilarQuestion extends HiddenFrom {
  readonly words: readonly string[]
  readonly callerId: string | null
  readonly placeIndex: string | null
  readonly since: Date
}

/** Orders that share words, caller or place and that whoever asks may know of, those with most in common first. */
export async function findSimilarRows(db: Db, { words, callerId, placeIndex, since, ...asker }: SimilarQuestion): Promise<readonly SimilarRow[]> {
  const asked = [...words]
  const { rows } = await sql<SimilarRow>`
    SELECT ${columns}, o.word_index AS "wordIndex", o.place_index AS "placeIndex"
    FROM matters m JOIN work_orders o ON o.id = m.id
    WHERE m.opened_at >= ${since} AND m.state <> 'linked' AND ${openTo(asker)}
      AND (o.word_index && ${asked}::text[] OR o.caller_id = ${callerId}::uuid OR o.place_index = ${placeIndex}::text)
    ORDER BY (SELECT count(*) FROM unnest(o.word_index) w WHERE w = ANY(${asked}::text[])) DESC, o.id DESC LIMIT 50`.execute(db)
  return rows
}

export interface OverdueOrder {
  readonly number: string
  readonly dueAt: Date
  readonly remindedAt: Date | null
  readonly criticisedAt: Date | null
}

/** Orders of the hotline, of a unit or with the grid whose clock has run out, not reminded of or reminded of before `remindedBefore`, and not criticised yet (H-08). */
export async function listOverdue(db: Db, { now, remindedBefore }: { readonly now: Date; readonly remindedBefore: Date }, limit: number): Promise<readonly OverdueOrder[]> {
  const { rows } = await sql<OverdueOrder>`
    SELECT m.number, t.due_at AS "dueAt", o.reminded_at AS "remindedAt", o.criticised_at AS "criticisedAt"
    FROM timers t JOIN matters m ON m.id = t.matter_id JOIN work_orders o ON o.id = m.id
    WHERE t.name = 'handle' AND t.ended_at IS NULL AND t.due_at < ${now} AND m.state = ANY(${[...orderLifecycle.commands.remind.from]}::text[]) AND o.criticised_at IS NULL
      AND (o.reminded_at IS NULL OR o.reminded_at < ${remindedBefore})
    ORDER BY t.due_at, m.id LIMIT ${limit}`.execute(db)
  return rows
}
