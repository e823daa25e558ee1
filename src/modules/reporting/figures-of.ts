import type { Ctx } from '#kernel/contract/operation.ts'
import { evaluateMetric } from '#kernel/metrics/evaluate.ts'
import type { Figure, Metric, MetricFilter, MetricReading } from '#kernel/metrics/metric.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getMetric, hasDimensions } from './registry.ts'
import type { FigureQuestion, ShownFigure } from './schema.ts'

/** What metrics are read with in this call. */
export function readingOf(ctx: Ctx): MetricReading {
  return { db: ctx.db, calendar: ctx.services.calendar }
}

/** The question without its period: the part of the office that it asks about. */
export function filterOf({ unitId, hallId, windowId, item, channel }: FigureQuestion): MetricFilter {
  return { unitId, hallId, windowId, item, channel }
}

/** Evaluates those of the metrics that can be asked this way, one after the other on one connection. */
export async function figuresOf(ctx: Ctx, metrics: readonly Metric[], question: FigureQuestion): Promise<readonly Figure[]> {
  const filter = filterOf(question)
  const figures: Figure[] = []
  for (const metric of metrics.filter((one) => hasDimensions(one, filter))) {
    figures.push(await evaluateMetric(readingOf(ctx), metric, { from: question.from, to: question.to, now: ctx.now, filter, ...(question.asOf !== undefined && { asOf: new Date(question.asOf) }) }))
  }
  return figures
}

/** A figure as it is shown, with the words of its definition. */
export function shown(figure: Figure): ShownFigure {
  const { words, source } = getMetric(figure.metric)
  return {
    metric: figure.metric,
    name: words.name,
    counts: words.counts,
    definition: `${figure.metric}/${figure.definitionVersion}`,
    source,
    numerator: figure.numerator,
    denominator: figure.denominator,
    value: figure.valueText,
    listed: figure.listed,
    counted: figure.counted,
    cutOffAt: instantText(figure.cutOff),
  }
}
