import type { RawBuilder } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import type { Day } from '#kernel/time/day.ts'

/** The instants of a period: from its first, to before `until`; what happened after `cutOff` does not count. */
export interface MetricWindow {
  readonly from: Date
  readonly until: Date
  readonly cutOff: Date
  /** The last day of the period, for what is in force rather than what happens. */
  readonly lastDay: Day
}

/** What the rows of a metric are read with. */
export interface MetricReading {
  readonly db: Db
}

/**
 * A select of the columns `key` (text, unique in the period), `matter_id` (uuid or null), `at` (timestamptz or null), `counted`
 * (boolean), `unit_id` and the other dimensions that the metric declares (`hall_id`, `window_id`, `item`, `channel`,
 * `region_code`, `kind`: text or null). Lives in the store of a module.
 */
export type MetricRows = RawBuilder<unknown>

export type MetricShape = 'count' | 'ratio' | 'growth'

/** By what figures are divided. `kind` is what a module tells apart: persons and organisations who apply, the service that was rated. */
export const metricDimensions = ['unitId', 'hallId', 'windowId', 'item', 'channel', 'regionCode', 'kind'] as const
export type MetricDimension = (typeof metricDimensions)[number]
/** One part of a figure by each dimension that is named; null asks for the rows that have none, such as the hall of what came over the network. */
export type MetricFilter = { readonly [D in MetricDimension]?: string | null | undefined }

/** What a metric is called and what it counts, in Chinese: from the file `locales/metrics.zh-CN.json` of its module. */
export interface MetricWords {
  readonly name: string
  readonly counts: string
}

/** The definition of a figure. */
export interface Metric {
  /** `module.noun` */
  readonly id: string
  /** Grows whenever the meaning of the figure changes. */
  readonly version: number
  readonly words: MetricWords
  readonly shape: MetricShape
  /** Which date puts a row into a period. */
  readonly timeBasis: string
  readonly dimensions: readonly MetricDimension[]
  /** Decimal places of a percentage, rounded half up; a count has none. */
  readonly decimals: number
  /** The law, or the report of the seeds that asks for it. */
  readonly source: string
  /** Its rows in the register of figures (docs/reports/figures.md). */
  readonly register: readonly string[]
  /** Anyone may read it. */
  readonly open: boolean
  /** The rows of a period are those of its days (of a growth: of this year and of the year before), and a day that is over never changes: roll-ups may keep it. */
  readonly daily?: true
  /** Ids of the figures without which this one deceives: the late and still open beside a rate of those on time. */
  readonly beside?: readonly string[]
  rows(reading: MetricReading, window: MetricWindow): Promise<MetricRows>
  /** Of a figure that is `daily`: rows that it looks at besides, as they stand at the end of the period or at the cut-off before it; in no roll-up. */
  readonly standing?: (reading: MetricReading, window: MetricWindow) => Promise<MetricRows>
  /** Of a figure that is `daily`: rows that were of their days and are no more by the cut-off. `rows` has none of them; roll-ups keep them, so that a day never changes. */
  readonly takenBack?: (reading: MetricReading, window: MetricWindow) => Promise<MetricRows>
}

/** What a figure says. */
export interface FigureValue {
  /** How many rows the list behind the figure has, and how many of them are counted. */
  readonly listed: number
  readonly counted: number
  readonly numerator: number
  /** Null for a plain count. */
  readonly denominator: number | null
  /** `29928` or `98.60%`; null when there is no data. */
  readonly valueText: string | null
}

/** A metric evaluated. */
export interface Figure extends FigureValue {
  readonly metric: string
  readonly definitionVersion: number
  readonly from: Day
  readonly to: Day
  readonly filter: MetricFilter
  readonly cutOff: Date
}

/** One row of the list behind a figure. */
export interface FigureRow {
  readonly key: string
  /** Public number of the matter; null for what is no matter. */
  readonly number: string | null
  /** Kind of the matter; null for what is no matter. */
  readonly kind: string | null
  readonly at: Date | null
  readonly counted: boolean
  readonly unitId: string | null
}

/** The part of a figure that falls to one value of a dimension, or to one day. */
export interface FigurePart extends FigureValue {
  /** Null for rows without that dimension. */
  readonly part: string | null
}
