import { sql } from 'kysely'
import type { Day } from '#kernel/time/day.ts'
import { type Figure, type FigureRow, type Metric, type MetricDimension, type MetricFilter, type MetricReading, type MetricRows, metricDimensions } from './metric.ts'
import { windowOf, yearBefore } from './period.ts'
import { percentText } from './value-text.ts'

/** Which figure is asked for. `asOf` shows it as it stood at an instant; dimensions that the metric does not have are refused as a fault. */
export interface FigureQuery {
  readonly from: Day
  readonly to: Day
  readonly now: Date
  readonly asOf?: Date | undefined
  readonly filter?: MetricFilter | undefined
}

/** Evaluates a metric over a period in one statement. The same query over the same ledger gives the same figure (S-21). */
export async function evaluateMetric(reading: MetricReading, metric: Metric, query: FigureQuery): Promise<Figure> {
  const { rows } = await sql<{ listed: number; counted: number }>`
    SELECT count(*) AS listed, count(*) FILTER (WHERE r.counted) AS counted FROM (${await selectRows(reading, metric, query)}) r`.execute(reading.db)
  const { listed = 0, counted = 0 } = rows[0] ?? {}
  const { cutOff } = windowOf(query.from, query.to, query)
  const value = { metric: metric.id, definitionVersion: metric.version, from: query.from, to: query.to, filter: query.filter ?? {}, cutOff, listed, counted }
  return { ...value, ...valueOf(metric, listed, counted) }
}

function valueOf({ shape, decimals }: Metric, listed: number, counted: number): Pick<Figure, 'numerator' | 'denominator' | 'valueText'> {
  const uncounted = listed - counted
  switch (shape) {
    case 'count':
      return { numerator: counted, denominator: null, valueText: counted === 0 ? null : String(counted) }
    case 'ratio':
      return { numerator: counted, denominator: listed, valueText: listed === 0 ? null : percentText(counted, listed, decimals) }
    case 'growth':
      return { numerator: counted - uncounted, denominator: uncounted, valueText: uncounted === 0 || counted === 0 ? null : percentText(counted - uncounted, uncounted, decimals) }
  }
}

/** The list behind a figure, in the order of its keys: exactly the rows that the figure counts, a page at a time. */
export async function listFigureRows(reading: MetricReading, metric: Metric, query: FigureQuery & { readonly limit: number; readonly after?: string | undefined }): Promise<readonly FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    SELECT r.key, m.number, r.at, r.counted, r.unit_id AS "unitId"
    FROM (${await selectRows(reading, metric, query)}) r LEFT JOIN matters m ON m.id = r.matter_id
    WHERE r.key > ${query.after ?? ''} ORDER BY r.key LIMIT ${query.limit}`.execute(reading.db)
  return rows
}

const columns: Readonly<Record<MetricDimension, string>> = { unitId: 'unit_id', hallId: 'hall_id', windowId: 'window_id', item: 'item', channel: 'channel' }

async function selectRows(reading: MetricReading, metric: Metric, query: FigureQuery): Promise<MetricRows> {
  const window = windowOf(query.from, query.to, query)
  const rows = await metric.rows(reading, window)
  const all = metric.shape === 'growth' ? sql`${current(rows)} UNION ALL ${before(await metric.rows(reading, yearBefore(window, query.from, query.to)))}` : rows
  const conditions = metricDimensions.flatMap((dimension) => {
    const wanted = query.filter?.[dimension]
    if (wanted === undefined) return []
    if (!metric.dimensions.includes(dimension)) throw new Error(`${metric.id} has no dimension ${dimension}`)
    return [sql`${sql.ref(`rows.${columns[dimension]}`)} = ${wanted}`]
  })
  return sql`SELECT rows.* FROM (${all}) rows WHERE ${metric.shape === 'count' ? sql`rows.counted` : sql`true`} ${conditions.length === 0 ? sql`` : sql`AND ${sql.join(conditions, sql` AND `)}`}`
}

function current(rows: MetricRows): MetricRows {
  return sql`SELECT key, matter_id, at, true AS counted, unit_id, hall_id, window_id, item, channel FROM (${rows}) this_year WHERE counted`
}

function before(rows: MetricRows): MetricRows {
  return sql`SELECT key || ' (-1)', matter_id, at, false AS counted, unit_id, hall_id, window_id, item, channel FROM (${rows}) year_before WHERE counted`
}
