import { evaluateMetric, evaluateMetricBy, figureOf, type FigureQuery } from '#kernel/metrics/evaluate.ts'
import { figureValue } from '#kernel/metrics/figure-value.ts'
import type { Figure, FigurePart, Metric, MetricDimension, MetricReading } from '#kernel/metrics/metric.ts'
import { windowOf, yearBefore } from '#kernel/metrics/period.ts'
import { addCalendarDays, addMonths, type Day, dayOf } from '#kernel/time/day.ts'
import { listMarks, markOf, type RolledPart, sumDays } from './store/rollups.ts'

/** How far the figures were rolled up when a reading first asked: days are only added, so what it says stays true. */
const marksOf = new WeakMap<MetricReading, ReturnType<typeof listMarks>>()

/** A metric over a period: the days that are over and rolled up from the roll-ups, the others from the ledger. The answer is the same as from the ledger alone. */
export async function evaluate(reading: MetricReading, metric: Metric, query: FigureQuery): Promise<Figure> {
  if (isRolledGrowth(metric)) {
    const [now, earlier] = [await evaluate(reading, countOf(metric), query), await evaluate(reading, countOf(metric), yearEarlier(query))]
    return figureOf(metric, query, { listed: now.counted + earlier.counted, counted: now.counted })
  }
  const last = await lastRolledDay(reading, metric, query)
  if (last === undefined) return evaluateMetric(reading, metric, query)
  const [rolled] = await sumDays(reading.db, metric, { from: query.from, to: last, filter: query.filter ?? {}, by: undefined })
  const gone = metric.takenBack && (await evaluateMetric(reading, goneOf(metric), daysUpTo(query, last)))
  const rest = rolledAlone(metric, query, last) ? undefined : await evaluateMetric(reading, metric, { ...query, daysAfter: last })
  return figureOf(metric, query, { listed: (rolled?.listed ?? 0) + (rest?.listed ?? 0) - (gone?.listed ?? 0), counted: (rolled?.counted ?? 0) + (rest?.counted ?? 0) - (gone?.counted ?? 0) })
}

/** The parts of a metric by a dimension or by day, in the order of the parts. */
export async function evaluateBy(reading: MetricReading, metric: Metric, query: FigureQuery & { readonly by: MetricDimension | 'day' }): Promise<readonly FigurePart[]> {
  if (isRolledGrowth(metric)) {
    const [now, earlier] = [await evaluateBy(reading, countOf(metric), query), await evaluateBy(reading, countOf(metric), { ...yearEarlier(query), by: query.by })]
    return together([...now, ...earlier.map((part) => ({ ...part, counted: 0 }))]).map((part) => ({ part: part.part, ...figureValue(metric, part) }))
  }
  const last = await lastRolledDay(reading, metric, query)
  if (last === undefined) return evaluateMetricBy(reading, metric, query)
  const rolled = await sumDays(reading.db, metric, { from: query.from, to: last, filter: query.filter ?? {}, by: query.by })
  const gone = metric.takenBack === undefined ? [] : await evaluateMetricBy(reading, goneOf(metric), { ...daysUpTo(query, last), by: query.by })
  const rest = rolledAlone(metric, query, last) ? [] : await evaluateMetricBy(reading, metric, { ...query, daysAfter: last })
  return together([...rolled, ...rest, ...gone.map(({ part, listed, counted }) => ({ part, listed: -listed, counted: -counted }))]).map((part) => ({ part: part.part, ...figureValue(metric, part) }))
}

/** What roll-ups hold of a metric and what counts no more. */
function goneOf({ takenBack, ...metric }: Metric): Metric {
  return takenBack === undefined ? metric : { ...metric, rows: takenBack }
}

/** The same question about the days up to `last`, seen from the same instant. */
function daysUpTo(query: FigureQuery, last: Day): FigureQuery {
  return { ...query, to: last, asOf: windowOf(query.from, query.to, query).cutOff }
}

function isRolledGrowth({ shape, daily }: Metric): boolean {
  return shape === 'growth' && daily !== undefined
}

/** What a growth compares: the rows of one of its two periods. */
function countOf(metric: Metric): Metric {
  return { ...metric, shape: 'count' }
}

/** The same question about the year before, seen from the same distance. */
function yearEarlier(query: FigureQuery): FigureQuery {
  const { cutOff } = yearBefore(windowOf(query.from, query.to, query), query.from, query.to)
  return { ...query, from: addMonths(query.from, -12), to: addMonths(query.to, -12), asOf: cutOff }
}

/** Whether the roll-ups hold the whole figure: every day of the period, and nothing stands at its end. */
function rolledAlone({ standing }: Metric, { to }: FigureQuery, last: Day): boolean {
  return last === to && standing === undefined
}

/** The last day of the period that can be taken from the roll-ups: rolled up, and over at the cut-off. Undefined if there is none. */
async function lastRolledDay(reading: MetricReading, metric: Metric, query: FigureQuery): Promise<Day | undefined> {
  if (metric.daily === undefined) return undefined
  const marks = marksOf.get(reading) ?? listMarks(reading.db)
  marksOf.set(reading, marks)
  const mark = (await marks).get(markOf(metric))
  if (mark === undefined) return undefined
  const { cutOff } = windowOf(query.from, query.to, query)
  const over = addCalendarDays(dayOf(new Date(cutOff.getTime() + 1)), -1)
  const last = [mark, over, query.to].toSorted()[0]
  return last === undefined || last < query.from ? undefined : last
}

/** Parts of the same name added, in the order in which the database sorts them: by name, those without one last. */
function together(parts: readonly RolledPart[]): readonly RolledPart[] {
  const byPart = Map.groupBy(parts, ({ part }) => part)
  const sums = [...byPart].map(([part, some]) => ({ part, listed: some.reduce((sum, { listed }) => sum + listed, 0), counted: some.reduce((sum, { counted }) => sum + counted, 0) }))
  return sums.filter(({ listed }) => listed !== 0).toSorted((one, other) => Number(one.part === null) - Number(other.part === null) || ((one.part ?? '') < (other.part ?? '') ? -1 : 1))
}
