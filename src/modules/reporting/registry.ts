import { Refusal } from '#kernel/errors/refusal.ts'
import { type Metric, type MetricFilter, metricDimensions } from '#kernel/metrics/metric.ts'
import { signalMetrics } from '#kernel/metrics/signal-metrics.ts'
import { caseMetrics } from '#modules/cases/index.ts'
import { catalogueMetrics } from '#modules/catalogue/index.ts'
import { disclosureMetrics } from '#modules/disclosure/index.ts'
import { evaluationMetrics } from '#modules/evaluations/index.ts'
import { gridMetrics } from '#modules/grid/index.ts'
import { hotlineMetrics } from '#modules/hotline/index.ts'
import { publicationMetrics } from '#modules/publication/index.ts'
import { supervisionMetrics } from '#modules/supervision/index.ts'
import { reportingErrors } from './errors.ts'
import type { Placeable } from './report/template-text.ts'

/** Every figure of the office, in the order in which reports show them. */
export const allMetrics: readonly Metric[] = [...caseMetrics, ...signalMetrics, ...evaluationMetrics, ...hotlineMetrics, ...gridMetrics, ...publicationMetrics, ...disclosureMetrics, ...catalogueMetrics, ...supervisionMetrics]

/** The figures whose days are kept in roll-ups. */
export const dailyMetrics: readonly Metric[] = allMetrics.filter((metric) => metric.daily)

/** The figures that may stand in the sentences of a report. */
export const placeables: readonly Placeable[] = allMetrics.map(({ id, words, shape }) => ({ id, name: words.name, shape }))

/** The metric of an id; refuses `reporting.metric-unknown`. */
export function getMetric(id: string): Metric {
  const metric = allMetrics.find((candidate) => candidate.id === id)
  if (metric === undefined) throw new Refusal(reportingErrors.metricUnknown, { metric: id })
  return metric
}

/** Whether a metric can be asked by these dimensions. */
export function hasDimensions(metric: Metric, filter: MetricFilter): boolean {
  return metricDimensions.every((dimension) => filter[dimension] === undefined || metric.dimensions.includes(dimension))
}
