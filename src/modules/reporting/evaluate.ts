import { evaluateMetric, evaluateMetricBy, figureOf, type FigureQuery } from '#kernel/metrics/evaluate.ts'
import { figureValue } from '#kernel/metrics/figure-value.ts'
import type { Figure, FigurePart, Metric, MetricDimension, MetricReading } from '#kernel/metrics/metric.ts'
import { windowOf } from '#kernel/metrics/period.ts'
import { addCalendarDays, type Day, dayOf } from '#kernel/time/day.ts'
import { type RolledPart, rolledTo, sumDays } from './store/rollups.ts'

/** A metric over a period: the days that are over and rolled up from the roll-ups, the others from the ledger. The answer is the same as from the ledger alone. */
export async function evaluate(reading: MetricReading, metric: Metric, query: FigureQuery): Promise<Figure> {
  const last = await lastRolledDay(reading, metric, query)
  if (last === undefined) return evaluateMetric(reading, metric, query)
  const [rolled] = await sumDays(reading.db, metric, { from: query.from, to: last, filter: query.filter ?? {}, by: undefined })
  const rest = last === query.to ? undefined : await evaluateMetric(reading, metric, { ...query, from: addCalendarDays(last, 1) })
  return figureOf(metric, query, { listed: (rolled?.listed ?? 0) + (rest?.listed ?? 0), counted: (rolled?.counted ?? 0) + (rest?.counted ?? 0) })
}

/** The parts of a metric by a dimension or by day, in the order of the parts. */
export async function evaluateBy(reading: MetricReading, metric: Metric, query: FigureQuery & { readonly by: MetricDimension | 'day' }): Promise<readonly FigurePart[]> {
  const last = await lastRolledDay(reading, metric, query)
  if (last === undefined) return evaluateMetricBy(reading, metric, query)
  const rolled = await sumDays(reading.db, metric, { from: query.from, to: last, filter: query.filter ?? {}, by: query.by })
  const rest = last === query.to ? [] : await evaluateMetricBy(reading, metric, { ...query, from: addCalendarDays(last, 1) })
  return together([...rolled, ...rest]).map((part) => ({ part: part.part, ...figureValue(metric, part) }))
}

/** The last day of the period that can be taken from the roll-ups: rolled up, and over at the cut-off. Undefined if there is none. */
async function lastRolledDay({ db }: MetricReading, metric: Metric, query: FigureQuery): Promise<Day | undefined> {
  if (metric.daily === undefined) return undefined
  const mark = await rolledTo(db, metric)
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
  return sums.toSorted((one, other) => Number(one.part === null) - Number(other.part === null) || ((one.part ?? '') < (other.part ?? '') ? -1 : 1))
}
