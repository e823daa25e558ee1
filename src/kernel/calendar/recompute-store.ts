import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'

/** How far one calendar version was worked in. */
export interface Progress {
  readonly calendarVersion: number
  readonly firstDay: Day | null
  readonly afterMatter: string
  readonly finishedAt: Date | null
}

/** A matter held for the batch, with what its next ledger event needs. */
export interface HeldMatter {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly headSeq: number
  readonly headHash: string
}

/** An open clock as it is stored. */
export interface OpenClock {
  readonly id: string
  readonly matterId: string
  readonly body: unknown
  readonly dueAt: Date | null
  readonly provisional: boolean
  readonly stopEndsAt: Date | null
  readonly outdated: boolean
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** The version up to which every open clock was counted again; 0 if none was. */
export async function lastFinishedVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number | null }>`SELECT max(calendar_version) AS version FROM due_date_recomputes WHERE finished_at IS NOT NULL`.execute(db)
  return rows[0]?.version ?? 0
}

/** Takes the progress of a version, so that two runs come one after the other; undefined if it has not begun. */
export async function takeProgress(db: Db, calendarVersion: number): Promise<Progress | undefined> {
  const { rows } = await sql<Progress>`
    SELECT calendar_version AS "calendarVersion", first_day AS "firstDay", after_matter AS "afterMatter", finished_at AS "finishedAt"
    FROM due_date_recomputes WHERE calendar_version = ${calendarVersion} FOR UPDATE`.execute(db)
  return rows[0]
}

export async function beginProgress(db: Db, calendarVersion: number, begin: { readonly firstDay: Day | undefined; readonly at: Date }): Promise<void> {
  await sql`
    INSERT INTO due_date_recomputes (calendar_version, started_at, first_day, after_matter, finished_at)
    VALUES (${calendarVersion}, ${begin.at}, ${begin.firstDay ?? null}::date, ${nobody}, ${begin.firstDay === undefined ? begin.at : null}::timestamptz)
    ON CONFLICT DO NOTHING`.execute(db)
}

export async function saveProgress(db: Db, calendarVersion: number, batch: { readonly after: string | undefined; readonly matters: number; readonly timers: number; readonly moved: number; readonly failed: number; readonly finishedAt: Date | null }): Promise<void> {
  await sql`
    UPDATE due_date_recomputes SET after_matter = coalesce(${batch.after ?? null}::uuid, after_matter), matters = matters + ${batch.matters}, timers = timers + ${batch.timers},
      moved = moved + ${batch.moved}, failed = failed + ${batch.failed}, finished_at = ${batch.finishedAt} WHERE calendar_version = ${calendarVersion}`.execute(db)
}

/**
 * Holds the next matters with an open clock that could move: stopped, or due at `from` or later. Locked in the order of their
 * ids before their clocks are read, as every command does.
 */
export async function holdMatters(db: Db, batch: { readonly after: string; readonly from: Date; readonly limit: number }): Promise<readonly HeldMatter[]> {
  return held(db, sql`
    SELECT DISTINCT matter_id FROM timers
    WHERE ended_at IS NULL AND matter_id > ${batch.after} AND (due_at IS NULL OR due_at >= ${batch.from}) ORDER BY matter_id LIMIT ${batch.limit}`)
}

/** Holds matters with a clock that was written by a process which did not know the newest calendar yet. */
export async function holdOutdated(db: Db, limit: number): Promise<readonly HeldMatter[]> {
  return held(db, sql`SELECT DISTINCT matter_id FROM timers WHERE outdated AND ended_at IS NULL ORDER BY matter_id LIMIT ${limit}`)
}

async function held(db: Db, ids: ReturnType<typeof sql>): Promise<readonly HeldMatter[]> {
  const { rows } = await sql<HeldMatter>`
    SELECT id, number, kind, state, head_seq AS "headSeq", encode(head_hash, 'hex') AS "headHash" FROM matters WHERE id IN (${ids}) ORDER BY id FOR UPDATE`.execute(db)
  return rows
}

/** The open clocks of matters that the caller holds. */
export async function listOpenClocks(db: Db, matterIds: readonly string[]): Promise<readonly OpenClock[]> {
  const { rows } = await sql<OpenClock>`
    SELECT id, matter_id AS "matterId", body, due_at AS "dueAt", provisional, stop_ends_at AS "stopEndsAt", outdated
    FROM timers WHERE matter_id = ANY(${matterIds}::uuid[]) AND ended_at IS NULL`.execute(db)
  return rows
}

/** What a batch changes: clocks as they now stand, moves, and one ledger event for each matter that has a move. */
export interface MovedBatch {
  readonly at: Date
  readonly calendarVersion: number
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly timers: readonly Readonly<Record<string, unknown>>[]
  readonly moves: readonly Readonly<Record<string, unknown>>[]
}

/** Writes a batch in one call. */
export async function writeMoves(db: Db, batch: MovedBatch): Promise<void> {
  await sql`SELECT move_due_dates(${JSON.stringify(batch)}::jsonb)`.execute(db)
}

/** Clocks that could not be counted, so that they are not tried in every run. */
export async function forgetOutdated(db: Db, timerIds: readonly string[]): Promise<void> {
  if (timerIds.length > 0) await sql`UPDATE timers SET outdated = false WHERE id = ANY(${timerIds}::uuid[])`.execute(db)
}

export interface StoredMove {
  readonly calendarVersion: number
  readonly matterId: string
  readonly number: string
  readonly kind: string
  readonly timerId: string
  readonly clock: string
  readonly oldDueAt: Date
  readonly newDueAt: Date
  readonly movedAt: Date
}

/** The clocks that a calendar version moved, by id. */
export async function listMoves(db: Db, calendarVersion: number, page: { readonly after: string | undefined; readonly limit: number }): Promise<readonly StoredMove[]> {
  const { rows } = await sql<StoredMove>`
    SELECT v.calendar_version AS "calendarVersion", v.matter_id AS "matterId", m.number, m.kind, v.timer_id AS "timerId", t.name AS clock,
      v.old_due_at AS "oldDueAt", v.new_due_at AS "newDueAt", v.moved_at AS "movedAt"
    FROM due_date_moves v JOIN matters m ON m.id = v.matter_id JOIN timers t ON t.id = v.timer_id
    WHERE v.calendar_version = ${calendarVersion} AND v.timer_id > ${page.after ?? nobody} ORDER BY v.timer_id, v.moved_at LIMIT ${page.limit}`.execute(db)
  return rows
}

export interface RecomputeState {
  readonly calendarVersion: number
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly matters: number
  readonly timers: number
  readonly moved: number
  readonly failed: number
  readonly change: string
  readonly about: string
}

/** How the recompute of a version stands, with what changed. */
export async function findRecompute(db: Db, calendarVersion: number): Promise<RecomputeState | undefined> {
  const { rows } = await sql<RecomputeState>`
    SELECT r.calendar_version AS "calendarVersion", r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.matters, r.timers, r.moved, r.failed, v.change, v.about
    FROM due_date_recomputes r JOIN calendar_versions v ON v.version = r.calendar_version WHERE r.calendar_version = ${calendarVersion}`.execute(db)
  return rows[0]
}
