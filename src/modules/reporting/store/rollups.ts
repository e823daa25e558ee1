import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { dimensionColumns, isPart } from '#kernel/metrics/evaluate.ts'
import { type Metric, type MetricDimension, type MetricFilter, type MetricReading, metricDimensions } from '#kernel/metrics/metric.ts'
import { addCalendarDays, type Day, instantAtStartOf } from '#kernel/time/day.ts'

/** Rows of a figure and how many of them count, for one part of it. */
export interface RolledPart {
  readonly part: string | null
  readonly listed: number
  readonly counted: number
}

/** By what `listMarks` knows a figure: its name and its definition. */
export function markOf({ id, version }: Pick<Metric, 'id' | 'version'>): string {
  return `${id}/${version}`
}

/** The last day whose roll-up is complete, of every figure that was ever rolled up, by `markOf`. */
export async function listMarks(db: Db): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ id: string; version: number; day: Day }>`SELECT metric AS id, definition_version AS version, rolled_to AS day FROM figure_rollup_marks`.execute(db)
  return new Map(rows.map((row) => [markOf(row), row.day]))
}

/** The sum of the days from `from` to `to`, divided by a dimension, by day, or whole (`by` undefined: one part, or none without rows). */
export async function sumDays(db: Db, metric: Metric, asked: { readonly from: Day; readonly to: Day; readonly filter: MetricFilter; readonly by: MetricDimension | 'day' | undefined }): Promise<readonly RolledPart[]> {
  const part = asked.by === undefined ? sql`NULL::text` : asked.by === 'day' ? sql`day::text` : sql.ref(dimensionColumns[asked.by])
  const conditions = metricDimensions.flatMap((dimension) => {
    const wanted = asked.filter[dimension]
    return wanted === undefined ? [] : [sql` AND ${isPart(sql.ref(dimensionColumns[dimension]), wanted)}`]
  })
  const { rows } = await sql<RolledPart>`
    SELECT ${part} AS part, sum(listed)::float8 AS listed, sum(counted)::float8 AS counted FROM figure_rollups
    WHERE metric = ${metric.id} AND definition_version = ${metric.version} AND day BETWEEN ${asked.from}::date AND ${asked.to}::date ${sql.join(conditions, sql``)}
    GROUP BY 1`.execute(db)
  return rows
}

/** Adds the days after the mark up to `to` and moves the mark; nothing to do if they are there. One process at a time for one figure. */
export async function rollUpTo(reading: MetricReading, metric: Metric, until: { readonly to: Day; readonly now: Date }): Promise<void> {
  const { db } = reading
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`figure_rollups ${metric.id}`}, 0))`.execute(db)
  const mark = (await listMarks(db)).get(markOf(metric))
  if (mark !== undefined && mark >= until.to) return
  const from = mark === undefined ? new Date(0) : instantAtStartOf(addCalendarDays(mark, 1))
  const window = { from, until: instantAtStartOf(addCalendarDays(until.to, 1)), cutOff: until.now, lastDay: until.to }
  const kept = await metric.rows(reading, window)
  const rows = metric.takenBack === undefined ? kept : sql`${kept} UNION ALL ${await metric.takenBack(reading, window)}`
  const dimensions = sql.join(metric.dimensions.map((dimension) => sql.ref(dimensionColumns[dimension])))
  await sql`
    INSERT INTO figure_rollups (metric, definition_version, day, ${dimensions}, listed, counted)
    SELECT ${metric.id}, ${metric.version}, at::date, ${dimensions}, count(*), count(*) FILTER (WHERE counted)
    FROM (${rows}) r ${onlyCounted(metric)} GROUP BY at::date, ${dimensions}`.execute(db)
  await sql`
    INSERT INTO figure_rollup_marks (metric, definition_version, rolled_to, rolled_at) VALUES (${metric.id}, ${metric.version}, ${until.to}::date, ${until.now})
    ON CONFLICT (metric, definition_version) DO UPDATE SET rolled_to = excluded.rolled_to, rolled_at = excluded.rolled_at`.execute(db)
}

/** Throws the roll-ups of a figure away, those of earlier definitions too, and builds them again from the ledger. */
export async function rebuild(reading: MetricReading, metric: Metric, until: { readonly to: Day; readonly now: Date }): Promise<void> {
  const { db } = reading
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`figure_rollups ${metric.id}`}, 0))`.execute(db)
  await sql`DELETE FROM figure_rollups WHERE metric = ${metric.id}`.execute(db)
  await sql`DELETE FROM figure_rollup_marks WHERE metric = ${metric.id}`.execute(db)
  await rollUpTo(reading, metric, until)
}

function onlyCounted({ shape }: Metric): RawBuilder<unknown> {
  return shape === 'ratio' ? sql`` : sql`WHERE counted`
}
