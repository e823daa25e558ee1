import { Refusal } from '#kernel/errors/refusal.ts'
import { type Metric, type MetricFilter, metricDimensions } from '#kernel/metrics/metric.ts'
import { caseMetrics } from '#modules/cases/index.ts'
import { catalogueMetrics } from '#modules/catalogue/index.ts'
import { evaluationMetrics } from '#modules/evaluations/index.ts'
import { reportingErrors } from './errors.ts'

/** Every figure of the office, in the order in which reports show them. */
export const allMetrics: readonly Metric[] = [...caseMetrics, ...evaluationMetrics, ...catalogueMetrics]

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
