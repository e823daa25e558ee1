import { type RawBuilder, sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import { parseTimer, type Timer } from '#kernel/time/timer.ts'
import type { Matter } from './matter.ts'

interface MatterRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly region_code: string
  readonly subject_id: string | null
  readonly item_version_id: string | null
  readonly lead_unit_id: string | null
  readonly channel: string
  readonly hall_id: string | null
  readonly opened_at: Date
  readonly closed_at: Date | null
  readonly outcome: string | null
  readonly version: number
  readonly head_seq: number
  readonly head_hash: Buffer
  readonly timers: readonly unknown[]
}

/** Reads a matter with its timers by public number; `forUpdate` holds it against other steps until commit. */
export async function findMatter(db: Db, kind: string, number: string, forUpdate: boolean): Promise<Matter | undefined> {
  const found = await firstMatter(db, byNumber(number), forUpdate)
  return found?.kind === kind ? found : undefined
}

export async function findMatterById(db: Db, id: string, forUpdate: boolean): Promise<Matter | undefined> {
  return firstMatter(db, sql`m.id = ${id}`, forUpdate)
}

/** Holds a matter against other steps until commit, if it is there; what is read afterwards is read behind the lock. */
export function holdMatter(db: Db, number: string): Promise<void> {
  return hold(db, byNumber(number))
}

/** By the number alone: with the kind beside it, PostgreSQL reads all matters of the kind while it has no statistics yet. */
function byNumber(number: string): RawBuilder<unknown> {
  return sql`m.number = ${number}`
}

/**
 * The row is locked by a statement of its own: one that had to wait for the lock would give the matter as it now is, but its
 * timers as they were when the waiting began.
 */
function hold(db: Db, condition: ReturnType<typeof sql>): Promise<void> {
  return later(db, sql`SELECT 1 FROM matters m WHERE ${condition} FOR UPDATE`)
}

async function firstMatter(db: Db, condition: ReturnType<typeof sql>, forUpdate: boolean): Promise<Matter | undefined> {
  if (forUpdate) await hold(db, condition)
  const { rows } = await sql<MatterRow>`
    SELECT m.*, coalesce((SELECT jsonb_agg(t.body ORDER BY t.id) FROM timers t WHERE t.matter_id = m.id), '[]') AS timers
    FROM matters m WHERE ${condition}`.execute(db)
  const row = rows[0]
  return row && matterOf(row)
}

function matterOf(row: MatterRow): Matter {
  const timers: readonly Timer[] = row.timers.map((timer) => parseTimer(timer))
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    regionCode: row.region_code,
    subjectId: row.subject_id,
    itemVersionId: row.item_version_id,
    leadUnitId: row.lead_unit_id,
    channel: row.channel,
    hallId: row.hall_id,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
    version: row.version,
    headSeq: row.head_seq,
    headHash: row.head_hash.toString('hex'),
    timers,
  }
}

export interface Assignment {
  readonly id: string
  readonly matterId: string
  readonly task: string
  readonly unitId: string
  readonly role: string
  readonly personId: string | null
  readonly since: Date
  readonly dueAt: Date | null
  readonly until: Date | null
}

/** Everyone who has or had a task in this matter, oldest first. */
export async function listAssignments(db: Db, matterId: string): Promise<readonly Assignment[]> {
  const { rows } = await sql<Assignment>`
    SELECT id, matter_id AS "matterId", task, unit_id AS "unitId", role, person_id AS "personId", since, due_at AS "dueAt", until
    FROM assignments WHERE matter_id = ${matterId} ORDER BY since, id`.execute(db)
  return rows
}

export interface StoredEvent {
  readonly seq: number
  readonly at: Date
  readonly actor: string
  readonly command: string
  readonly from: string | null
  readonly to: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly prevHash: string
  readonly hash: string
}

/** The ledger of one matter, in order. */
export async function listEvents(db: Db, matterId: string): Promise<readonly StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    SELECT seq, at, actor, command, from_state AS "from", to_state AS "to", detail, encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash
    FROM matter_events WHERE matter_id = ${matterId} ORDER BY seq`.execute(db)
  return rows
}

/** The next number under a prefix, from 1; holds the prefix until commit, so that numbers have no gap after a success. */
export async function nextNumber(db: Db, prefix: string): Promise<number> {
  const early = reserved.get(db)
  const number = early?.get(prefix)
  early?.delete(prefix)
  return number ?? takeNumber(db, prefix)
}

const reserved = new WeakMap<Db, Map<string, Promise<number>>>()

/** Asks for the number that the next `nextNumber` under this prefix gives, in one burst with what else is asked for at this moment. */
export function reserveNumber(db: Db, prefix: string): void {
  const early = reserved.get(db) ?? new Map<string, Promise<number>>()
  const number = takeNumber(db, prefix)
  // A failure comes out where the number is used; if it is not, the transaction is spoilt all the same.
  number.catch(() => undefined)
  reserved.set(db, early.set(prefix, number))
}

async function takeNumber(db: Db, prefix: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    INSERT INTO number_sequences (prefix, last) VALUES (${prefix}, 1)
    ON CONFLICT (prefix) DO UPDATE SET last = number_sequences.last + 1 RETURNING last`.execute(db)
  const [given] = rows
  if (given === undefined) throw new Error(`no number under ${prefix}`)
  return given.last
}

/** How many open matters of each kind go by one of these item versions. */
export async function countOpenMatters(db: Db, itemVersionIds: readonly string[]): Promise<readonly { readonly kind: string; readonly open: number }[]> {
  const { rows } = await sql<{ kind: string; open: number }>`
    SELECT kind, count(*)::int AS open FROM matters WHERE closed_at IS NULL AND item_version_id = ANY(${[...itemVersionIds]}::uuid[]) GROUP BY kind ORDER BY kind`.execute(db)
  return rows
}
