import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import { Rungs, shippedRungs } from './rungs.ts'

/** A clock at which the job has to look: a rung may have been reached, or a step has just changed it. */
export interface ClockToLookAt {
  readonly id: string
  readonly matterId: string
  readonly number: string
  readonly kind: string
  readonly leadUnitId: string | null
  readonly regionCode: string
  readonly hallId: string | null
  readonly body: unknown
}

/** The rungs in force on a day. */
export async function rungsOn(db: Db, day: Day): Promise<Rungs> {
  const { rows } = await sql<{ rungs: unknown }>`SELECT rungs FROM signal_rungs WHERE valid_from <= ${day}::date ORDER BY valid_from DESC LIMIT 1`.execute(db)
  return rows[0] === undefined ? shippedRungs : Rungs.parse(rows[0].rungs)
}

/** Sets the rungs from a day on; false if that day has a setting already. */
export async function insertRungs(db: Db, setting: { readonly validFrom: Day; readonly rungs: Rungs; readonly at: Date; readonly by: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO signal_rungs (valid_from, rungs, set_at, set_by) VALUES (${setting.validFrom}::date, ${JSON.stringify(setting.rungs)}::jsonb, ${setting.at}, ${setting.by}) ON CONFLICT DO NOTHING`.execute(db)
  return numAffectedRows === 1n
}

/** Has every running clock looked at when new rungs begin. */
export async function lookAtAllFrom(db: Db, at: Date): Promise<void> {
  await sql`UPDATE timers SET next_signal_at = ${at} WHERE ended_at IS NULL AND NOT stopped AND (next_signal_at IS NULL OR next_signal_at > ${at})`.execute(db)
}

/** Holds the clocks whose next look is due, oldest first; those that a command holds wait for the next run. */
export async function holdDueClocks(db: Db, now: Date, limit: number): Promise<readonly ClockToLookAt[]> {
  const { rows } = await sql<ClockToLookAt>`
    SELECT t.id, t.matter_id AS "matterId", m.number, m.kind, m.lead_unit_id AS "leadUnitId", m.region_code AS "regionCode", m.hall_id AS "hallId", t.body
    FROM timers t JOIN matters m ON m.id = t.matter_id
    WHERE t.ended_at IS NULL AND t.next_signal_at <= ${now} ORDER BY t.next_signal_at, t.id LIMIT ${limit} FOR UPDATE OF t SKIP LOCKED`.execute(db)
  return rows
}

export interface NewSignal {
  readonly id: string
  readonly matterId: string
  readonly timerId: string
  readonly rung: string
  readonly generation: number
  readonly kept: boolean
  readonly reachedAt: Date
}

/** Fires signals; those of the same rung and generation that fired before are left as they are. Returns the ids that are new. */
export async function insertSignals(db: Db, signals: readonly NewSignal[], firedAt: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO signals (id, matter_id, timer_id, rung, generation, kept, reached_at, fired_at)
    SELECT id, "matterId", "timerId", rung, generation, kept, "reachedAt", ${firedAt}
    FROM jsonb_to_recordset(${JSON.stringify(signals)}::jsonb) AS s(id uuid, "matterId" uuid, "timerId" uuid, rung text, generation int, kept boolean, "reachedAt" timestamptz)
    ON CONFLICT (timer_id, rung, generation) DO NOTHING RETURNING id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export interface Look {
  readonly timerId: string
  /** Signals of earlier generations are cleared: the term was extended. */
  readonly generation: number
  readonly nextAt: Date | null
}

/** Writes when each clock is looked at next, and clears what an extension has lifted. */
export async function saveLooks(db: Db, looks: readonly Look[], at: Date): Promise<void> {
  const recordset = sql`jsonb_to_recordset(${JSON.stringify(looks)}::jsonb) AS l("timerId" uuid, generation int, "nextAt" timestamptz)`
  await sql`UPDATE timers t SET next_signal_at = l."nextAt" FROM ${recordset} WHERE t.id = l."timerId"`.execute(db)
  await sql`UPDATE signals s SET cleared_at = ${at} FROM ${recordset} WHERE s.timer_id = l."timerId" AND s.generation < l.generation AND s.cleared_at IS NULL AND NOT s.kept`.execute(db)
}

export interface StoredSignal {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly leadUnitId: string | null
  readonly timerId: string
  readonly clock: string
  readonly rung: string
  readonly generation: number
  readonly reachedAt: Date
  readonly firedAt: Date
  readonly clearedAt: Date | null
}

/** Signals, newest first: those that stand, or all of one matter. */
export async function listSignals(db: Db, page: { readonly number?: string | undefined; readonly rung?: string | undefined; readonly before: string | undefined; readonly limit: number }): Promise<readonly StoredSignal[]> {
  const { rows } = await sql<StoredSignal>`
    SELECT s.id, m.number, m.kind, m.lead_unit_id AS "leadUnitId", s.timer_id AS "timerId", t.name AS clock, s.rung, s.generation,
      s.reached_at AS "reachedAt", s.fired_at AS "firedAt", s.cleared_at AS "clearedAt"
    FROM signals s JOIN matters m ON m.id = s.matter_id JOIN timers t ON t.id = s.timer_id
    WHERE ${page.number === undefined ? sql`s.cleared_at IS NULL` : sql`m.number = ${page.number}`}
      ${page.rung === undefined ? sql`` : sql`AND s.rung = ${page.rung}`} ${page.before === undefined ? sql`` : sql`AND s.id < ${page.before}`}
    ORDER BY s.id DESC LIMIT ${page.limit}`.execute(db)
  return rows
}
