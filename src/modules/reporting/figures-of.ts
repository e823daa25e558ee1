import type { Ctx } from '#kernel/contract/operation.ts'
import { type Figure, type Metric, metricDimensions, type MetricFilter, type MetricReading } from '#kernel/metrics/metric.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { evaluate } from './evaluate.ts'
import { getMetric, hasDimensions } from './registry.ts'
import { type FigureQuestion, type ShownFigure, without } from './schema.ts'

const readings = new WeakMap<Ctx, MetricReading>()

/** What metrics are read with in this call; one for the call, so that what several figures need is read once. */
export function readingOf(ctx: Ctx): MetricReading {
  const reading = readings.get(ctx) ?? { db: ctx.db }
  readings.set(ctx, reading)
  return reading
}

/** The question without its period: the part of the office that it asks about. */
export function filterOf(question: FigureQuestion): MetricFilter {
  return Object.fromEntries(metricDimensions.map((dimension) => [dimension, question[dimension] === without ? null : question[dimension]]))
}

/** Evaluates those of the metrics that can be asked this way, one after the other on one connection. */
export async function figuresOf(ctx: Ctx, metrics: readonly Metric[], question: FigureQuestion): Promise<readonly Figure[]> {
  const filter = filterOf(question)
  const figures: Figure[] = []
  for (const metric of metrics.filter((one) => hasDimensions(one, filter))) {
    figures.push(await evaluate(readingOf(ctx), metric, { from: question.from, to: question.to, now: ctx.now, filter, ...(question.asOf !== undefined && { asOf: new Date(question.asOf) }) }))
  }
  return figures
}

/** Figures as they are shown, each with the words of its definition and the figures that belong beside it. */
export async function shownFigures(ctx: Ctx, metrics: readonly Metric[], question: FigureQuestion): Promise<readonly ShownFigure[]> {
  const figures = await figuresOf(ctx, metrics, question)
  const byId = new Map(figures.map((figure) => [figure.metric, figure]))
  const missing = figures.flatMap(({ metric }) => getMetric(metric).beside ?? []).filter((id) => !byId.has(id))
  for (const figure of await figuresOf(ctx, missing.map(getMetric), question)) byId.set(figure.metric, figure)
  return figures.map((figure) => shown(figure, byId))
}

function shown(figure: Figure, byId: ReadonlyMap<string, Figure>): ShownFigure {
  const { words, source, beside = [] } = getMetric(figure.metric)
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
    beside: beside.flatMap((id) => {
      const companion = byId.get(id)
      return companion === undefined ? [] : [{ metric: id, name: getMetric(id).words.name, numerator: companion.numerator }]
    }),
  }
}
