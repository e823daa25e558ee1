import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { CalendarChange } from './calendar-change.ts'
import { type Place, significantDigits } from './place.ts'

/** How far one lane of a calendar version was worked in. */
export interface Progress {
  readonly calendarVersion: number
  readonly lane: number
  readonly firstDay: Day
  /** Null: matters everywhere. */
  readonly places: readonly Place[] | null
  readonly afterMatter: string
}

/** The lanes of a recompute: as many connections can work at it side by side. */
export const lanes = [0, 1, 2] as const

/** A matter held for the batch, with what its next ledger event needs. */
export interface HeldMatter {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly regionCode: string
  readonly hallId: string | null
  readonly headSeq: number
  readonly headHash: string
}

/** A budget in days, months or years, and the instant that it is counted from; as text, as it stands in the body. */
export interface PlainClock {
  readonly unit: string
  readonly value: string
  readonly anchorAt: string
}

/** An open clock as it is stored: with its body, or with what is enough of one that has never been stopped or extended. */
export interface OpenClock {
  readonly id: string
  readonly matterId: string
  readonly name: string
  readonly plain: PlainClock | null
  readonly body: unknown
  readonly dueAt: Date | null
  readonly provisional: boolean
  readonly stopEndsAt: Date | null
  readonly outdated: boolean
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** The version up to which every open clock was counted again; 0 if none was. */
export async function lastFinishedVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    SELECT calendar_version AS version FROM due_date_recomputes GROUP BY 1 HAVING bool_and(finished_at IS NOT NULL) ORDER BY 1 DESC LIMIT 1`.execute(db)
  return rows[0]?.version ?? 0
}

export async function hasBegun(db: Db, calendarVersion: number): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM due_date_recomputes WHERE calendar_version = ${calendarVersion} LIMIT 1`.execute(db)
  return rows.length > 0
}

/** Makes the lanes of a version; already finished where it changes nothing. */
export async function beginProgress(db: Db, calendarVersion: number, begin: { readonly change: CalendarChange | undefined; readonly at: Date }): Promise<void> {
  const { change } = begin
  const places = change === undefined || change.places === null ? null : JSON.stringify(change.places)
  await sql`
    INSERT INTO due_date_recomputes (calendar_version, lane, started_at, first_day, places, after_matter, finished_at)
    SELECT ${calendarVersion}, lane, ${begin.at}, ${change?.firstDay ?? null}::date, ${places}::jsonb, ${nobody}, ${change === undefined ? begin.at : null}::timestamptz
    FROM unnest(${[...lanes]}::int[]) AS l(lane) ON CONFLICT DO NOTHING`.execute(db)
}

/** Takes a lane that is not finished and that nobody else is working in; undefined if there is none. */
export async function takeProgress(db: Db, calendarVersion: number): Promise<Progress | undefined> {
  const { rows } = await sql<Progress>`
    SELECT calendar_version AS "calendarVersion", lane, first_day AS "firstDay", places, after_matter AS "afterMatter"
    FROM due_date_recomputes WHERE calendar_version = ${calendarVersion} AND finished_at IS NULL ORDER BY lane LIMIT 1 FOR UPDATE SKIP LOCKED`.execute(db)
  return rows[0]
}

export async function saveProgress(db: Db, { calendarVersion, lane }: Progress, batch: { readonly after: string | undefined; readonly matters: number; readonly timers: number; readonly moved: number; readonly failed: number; readonly finishedAt: Date | null }): Promise<void> {
  await sql`
    UPDATE due_date_recomputes SET after_matter = coalesce(${batch.after ?? null}::uuid, after_matter), matters = matters + ${batch.matters}, timers = timers + ${batch.timers},
      moved = moved + ${batch.moved}, failed = failed + ${batch.failed}, finished_at = ${batch.finishedAt} WHERE calendar_version = ${calendarVersion} AND lane = ${lane}`.execute(db)
}

/**
 * Holds the next matters of a lane with an open clock that could move: at one of the places, stopped, or due at `from` or later. Locked in the order of their
 * ids before their clocks are read, as every command does.
 */
export async function holdMatters(db: Db, batch: Pick<Progress, 'lane' | 'afterMatter' | 'places'> & { readonly from: Date; readonly limit: number }): Promise<readonly HeldMatter[]> {
  const { places } = batch
  return held(db, sql`
    SELECT DISTINCT t.matter_id FROM timers t ${places === null ? sql`` : sql`JOIN matters m ON m.id = t.matter_id AND (${sql.join(places.map(isAt), sql` OR `)})`}
    WHERE t.ended_at IS NULL AND t.matter_id > ${batch.afterMatter} AND get_byte(uuid_send(t.matter_id), 15) % ${lanes.length}::int = ${batch.lane} AND (t.due_at IS NULL OR t.due_at >= ${batch.from})
    ORDER BY t.matter_id LIMIT ${batch.limit}`)
}

/** Holds matters with a clock that was written by a process which did not know the newest calendar yet. */
export async function holdOutdated(db: Db, limit: number): Promise<readonly HeldMatter[]> {
  return held(db, sql`SELECT DISTINCT matter_id FROM timers WHERE outdated AND ended_at IS NULL ORDER BY matter_id LIMIT ${limit}`)
}

function isAt(place: Place): ReturnType<typeof sql> {
  return place.kind === 'hall' ? sql`m.hall_id = ${place.id}` : sql`m.region_code LIKE ${`${significantDigits(place.id)}%`}`
}

async function held(db: Db, ids: ReturnType<typeof sql>): Promise<readonly HeldMatter[]> {
  const { rows } = await sql<HeldMatter>`
    SELECT id, number, kind, state, region_code AS "regionCode", hall_id AS "hallId", head_seq AS "headSeq", encode(head_hash, 'hex') AS "headHash" FROM matters WHERE id IN (${ids}) ORDER BY id FOR UPDATE`.execute(db)
  return rows
}

/** The open clocks of matters that the caller holds. */
export async function listOpenClocks(db: Db, matterIds: readonly string[]): Promise<readonly OpenClock[]> {
  const { rows } = await sql<OpenClock>`
    SELECT id, matter_id AS "matterId", name, due_at AS "dueAt", provisional, stop_ends_at AS "stopEndsAt", outdated,
      CASE WHEN plain THEN jsonb_build_object('unit', body #> '{budget,unit}', 'value', body #>> '{budget,value}', 'anchorAt', body -> 'anchorAt') END AS plain,
      CASE WHEN NOT plain THEN body END AS body
    FROM timers, LATERAL (SELECT NOT stopped AND jsonb_array_length(body -> 'segments') = 1 AND jsonb_array_length(body -> 'extensions') = 0
      AND body #>> '{budget,unit}' NOT IN ('HOUR', 'WORKING_HOUR') AS plain) AS kind
    WHERE matter_id = ANY(${matterIds}::uuid[]) AND ended_at IS NULL`.execute(db)
  return rows
}

/** What a batch changes: clocks as they now stand and stood, and one ledger event, by its detail and hashes, for each matter of which a clock moved. */
export interface MovedBatch {
  readonly at: Date
  readonly calendarVersion: number
  readonly actor: string
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly timers: readonly Readonly<Record<string, unknown>>[]
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
  /** The clock is provisional now: its year has no arrangement yet. */
  readonly provisional: boolean
  readonly movedAt: Date
}

/** The clocks that a calendar version moved, by id. */
export async function listMoves(db: Db, calendarVersion: number, page: { readonly after: string | undefined; readonly limit: number }): Promise<readonly StoredMove[]> {
  const { rows } = await sql<StoredMove>`
    SELECT v.calendar_version AS "calendarVersion", v.matter_id AS "matterId", m.number, m.kind, v.timer_id AS "timerId", t.name AS clock,
      v.old_due_at AS "oldDueAt", v.new_due_at AS "newDueAt", t.provisional, v.moved_at AS "movedAt"
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
    SELECT r.*, v.change, v.about FROM (
      SELECT calendar_version AS "calendarVersion", min(started_at) AS "startedAt", CASE WHEN bool_and(finished_at IS NOT NULL) THEN max(finished_at) END AS "finishedAt",
        sum(matters) AS matters, sum(timers) AS timers, sum(moved) AS moved, sum(failed) AS failed
      FROM due_date_recomputes WHERE calendar_version = ${calendarVersion} GROUP BY 1) r
    JOIN calendar_versions v ON v.version = r."calendarVersion"`.execute(db)
  return rows[0]
}
