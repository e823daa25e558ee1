import { type RawBuilder, sql } from 'kysely'
import { addCalendarDays, type Day, instantAtStartOf } from '#kernel/time/day.ts'
import { figureValue } from './figure-value.ts'
import { type Figure, type FigurePart, type FigureRow, type Metric, type MetricDimension, type MetricFilter, type MetricReading, type MetricRows, metricDimensions } from './metric.ts'
import { windowOf, yearBefore } from './period.ts'

/** Which figure is asked for. `asOf` shows it as it stood at an instant; dimensions that the metric does not have are refused as a fault. */
export interface FigureQuery {
  readonly from: Day
  readonly to: Day
  readonly now: Date
  readonly asOf?: Date | undefined
  readonly filter?: MetricFilter | undefined
  /** The days up to this one are left out, because roll-ups hold them; what stands at the end of the period is not. */
  readonly daysAfter?: Day | undefined
}

/** Column names of the dimensions, in rows of metrics and in roll-ups. */
export const dimensionColumns: Readonly<Record<MetricDimension, string>> = { unitId: 'unit_id', hallId: 'hall_id', windowId: 'window_id', item: 'item', channel: 'channel', regionCode: 'region_code', kind: 'kind' }

/** Evaluates a metric over a period in one statement. The same query over the same ledger gives the same figure (S-21). */
export async function evaluateMetric(reading: MetricReading, metric: Metric, query: FigureQuery): Promise<Figure> {
  const { rows } = await sql<{ listed: number; counted: number }>`
    SELECT count(*) AS listed, count(*) FILTER (WHERE r.counted) AS counted FROM (${await selectRows(reading, metric, query)}) r`.execute(reading.db)
  const { listed = 0, counted = 0 } = rows[0] ?? {}
  return figureOf(metric, query, { listed, counted })
}

/** A figure from the number of its rows and how many of them count. */
export function figureOf(metric: Metric, query: FigureQuery, rows: { readonly listed: number; readonly counted: number }): Figure {
  const { cutOff } = windowOf(query.from, query.to, query)
  return { metric: metric.id, definitionVersion: metric.version, from: query.from, to: query.to, filter: query.filter ?? {}, cutOff, ...figureValue(metric, rows) }
}

/** The parts of a figure by a dimension that its metric has, or by the day of its rows, in the order of the parts. */
export async function evaluateMetricBy(reading: MetricReading, metric: Metric, query: FigureQuery & { readonly by: MetricDimension | 'day' }): Promise<readonly FigurePart[]> {
  const part = query.by === 'day' ? sql`r.at::date::text` : dimensionOf(metric, query.by, 'r')
  const { rows } = await sql<{ part: string | null; listed: number; counted: number }>`
    SELECT ${part} AS part, count(*) AS listed, count(*) FILTER (WHERE r.counted) AS counted
    FROM (${await selectRows(reading, metric, query)}) r GROUP BY 1 ORDER BY 1 NULLS LAST`.execute(reading.db)
  return rows.map((row) => ({ part: row.part, ...figureValue(metric, row) }))
}

/** The list behind a figure, in the order of its keys: exactly the rows that the figure counts, a page at a time. */
export async function listFigureRows(reading: MetricReading, metric: Metric, query: FigureQuery & { readonly limit: number; readonly after?: string | undefined }): Promise<readonly FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    SELECT r.key, m.number, m.kind, r.at, r.counted, r.unit_id AS "unitId"
    FROM (${await selectRows(reading, metric, query)}) r LEFT JOIN matters m ON m.id = r.matter_id
    WHERE r.key > ${query.after ?? ''} ORDER BY r.key LIMIT ${query.limit}`.execute(reading.db)
  return rows
}

async function selectRows(reading: MetricReading, metric: Metric, query: FigureQuery): Promise<MetricRows> {
  const all = await allRows(reading, metric, query)
  const conditions = metricDimensions.flatMap((dimension) => {
    const wanted = query.filter?.[dimension]
    return wanted === undefined ? [] : [isPart(dimensionOf(metric, dimension, 'rows'), wanted)]
  })
  return sql`SELECT rows.* FROM (${all}) rows WHERE ${metric.shape === 'count' ? sql`rows.counted` : sql`true`} ${conditions.length === 0 ? sql`` : sql`AND ${sql.join(conditions, sql` AND `)}`}`
}

async function allRows(reading: MetricReading, metric: Metric, query: FigureQuery): Promise<MetricRows> {
  const window = windowOf(query.from, query.to, query)
  const after = query.daysAfter === undefined ? window.from : instantAtStartOf(addCalendarDays(query.daysAfter, 1))
  const rows = await metric.rows(reading, { ...window, from: after })
  if (metric.standing !== undefined) return sql`${rows} UNION ALL ${await metric.standing(reading, window)}`
  return metric.shape === 'growth' ? sql`${current(metric, rows)} UNION ALL ${before(metric, await metric.rows(reading, yearBefore(window, query.from, query.to)))}` : rows
}

/** Whether the column of a dimension holds the part that a filter asks for. */
export function isPart(column: RawBuilder<unknown>, wanted: string | null): RawBuilder<unknown> {
  return wanted === null ? sql`${column} IS NULL` : sql`${column} = ${wanted}`
}

function dimensionOf(metric: Metric, dimension: MetricDimension, table: string): RawBuilder<unknown> {
  if (!metric.dimensions.includes(dimension)) throw new Error(`${metric.id} has no dimension ${dimension}`)
  return sql.ref(`${table}.${dimensionColumns[dimension]}`)
}

function current(metric: Metric, rows: MetricRows): MetricRows {
  return sql`SELECT key, matter_id, at, true AS counted, ${columnsOf(metric)} FROM (${rows}) this_year WHERE counted`
}

function before(metric: Metric, rows: MetricRows): MetricRows {
  return sql`SELECT key || ' (-1)', matter_id, at, false AS counted, ${columnsOf(metric)} FROM (${rows}) year_before WHERE counted`
}

function columnsOf(metric: Metric): RawBuilder<unknown> {
  return sql.join([...new Set<MetricDimension>(['unitId', ...metric.dimensions])].map((dimension) => sql.ref(dimensionColumns[dimension])))
}
