import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'
import type { OtherClock } from './leading.ts'
import { Rungs, shippedRungs } from './rungs.ts'
import { concerned } from './signal-unit.ts'

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
  /** The other clocks of its matter that have not ended. */
  readonly others: readonly OtherClock[]
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

/**
 * Holds the clocks whose next look is due, oldest first, with their matters, so that nobody signals another clock of one at the same time;
 * those that a command holds wait for the next run.
 */
export async function holdDueClocks(db: Db, now: Date, limit: number): Promise<readonly ClockToLookAt[]> {
  const { rows } = await sql<ClockToLookAt>`
    SELECT t.id, t.matter_id AS "matterId", m.number, m.kind, m.lead_unit_id AS "leadUnitId", m.region_code AS "regionCode", m.hall_id AS "hallId", t.body,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('purpose', o.purpose, 'partyKind', o.body #>> '{segments,0,party,kind}'))
        FROM timers o WHERE o.matter_id = t.matter_id AND o.id <> t.id AND o.ended_at IS NULL
      ), '[]') AS others
    FROM timers t JOIN matters m ON m.id = t.matter_id
    WHERE t.ended_at IS NULL AND t.next_signal_at <= ${now} ORDER BY t.next_signal_at, t.id LIMIT ${limit} FOR UPDATE OF t SKIP LOCKED FOR NO KEY UPDATE OF m SKIP LOCKED`.execute(db)
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
  /** Whose time it was then; null if the clock names no unit. */
  readonly unitId: string | null
}

/**
 * Fires signals; those of the same rung and generation that fired before are left as they are. None while one of the same rung stands by
 * another clock of the matter that runs (S-02). A red one that is kept from a time that has ended is no such: whoever overruns the second
 * round as well has overrun two. Returns the ids that are new.
 */
export async function insertSignals(db: Db, signals: readonly NewSignal[], firedAt: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO signals (id, matter_id, timer_id, rung, generation, kept, reached_at, fired_at, unit_id)
    SELECT id, "matterId", "timerId", rung, generation, kept, "reachedAt", ${firedAt}, "unitId"
    FROM jsonb_to_recordset(${JSON.stringify(signals)}::jsonb) AS r(id uuid, "matterId" uuid, "timerId" uuid, rung text, generation int, kept boolean, "reachedAt" timestamptz, "unitId" text)
    WHERE NOT EXISTS (
      SELECT FROM signals s JOIN timers t ON t.id = s.timer_id
      WHERE s.matter_id = r."matterId" AND s.rung = r.rung AND s.timer_id <> r."timerId" AND s.cleared_at IS NULL AND t.ended_at IS NULL
    )
    ON CONFLICT (timer_id, rung, generation) DO NOTHING RETURNING id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export interface Look {
  readonly timerId: string
  /** Signals of earlier generations are cleared: the term was extended. */
  readonly generation: number
  /** Names of the rungs that it has reached, whether they were signalled or not. */
  readonly reached: readonly string[]
  readonly nextAt: Date | null
}

/** Writes when each clock is looked at next, the next day at the latest if it has reached what another clock of its matter speaks for, and clears what an extension has lifted. */
export async function saveLooks(db: Db, looks: readonly Look[], { at, nextDay }: { readonly at: Date; readonly nextDay: Date }): Promise<void> {
  const recordset = sql`jsonb_to_recordset(${JSON.stringify(looks)}::jsonb) AS l("timerId" uuid, generation int, reached jsonb, "nextAt" timestamptz)`
  await sql`
    UPDATE timers t SET next_signal_at = CASE WHEN EXISTS (
      SELECT FROM jsonb_array_elements_text(l.reached) AS held(rung)
      WHERE NOT EXISTS (SELECT FROM signals s WHERE s.timer_id = t.id AND s.generation = l.generation AND s.rung = held.rung)
    ) THEN least(l."nextAt", ${nextDay}::timestamptz) ELSE l."nextAt" END
    FROM ${recordset} WHERE t.id = l."timerId"`.execute(db)
  await sql`UPDATE signals s SET cleared_at = ${at} FROM ${recordset} WHERE s.timer_id = l."timerId" AND s.generation < l.generation AND s.cleared_at IS NULL AND NOT s.kept`.execute(db)
}

export interface StoredSignal {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly unitId: string | null
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
    SELECT s.id, m.number, m.kind, ${concerned} AS "unitId", s.timer_id AS "timerId", t.name AS clock, s.rung, s.generation,
      s.reached_at AS "reachedAt", s.fired_at AS "firedAt", s.cleared_at AS "clearedAt"
    FROM signals s JOIN matters m ON m.id = s.matter_id JOIN timers t ON t.id = s.timer_id
    WHERE ${page.number === undefined ? sql`s.cleared_at IS NULL` : sql`m.number = ${page.number}`}
      ${page.rung === undefined ? sql`` : sql`AND s.rung = ${page.rung}`} ${page.before === undefined ? sql`` : sql`AND s.id < ${page.before}`}
    ORDER BY s.id DESC LIMIT ${page.limit}`.execute(db)
  return rows
}
