import type { Ctx } from '#kernel/contract/operation.ts'
import type { Figure } from '#kernel/metrics/metric.ts'
import { windowOf, yearBefore } from '#kernel/metrics/period.ts'
import { percentText, pointsText } from '#kernel/metrics/value-text.ts'
import { addMonths } from '#kernel/time/day.ts'
import { figuresOf } from './figures-of.ts'
import { getMetric } from './registry.ts'
import type { ComparedFigure, FigureQuestion, ShownFigure } from './schema.ts'

/** Sets figures beside those of the same days a year before, seen from the same distance. A growth compares already and stays alone. */
export async function compared(ctx: Ctx, figures: readonly ShownFigure[], question: FigureQuestion): Promise<readonly ComparedFigure[]> {
  const window = windowOf(question.from, question.to, { now: ctx.now, ...(question.asOf !== undefined && { asOf: new Date(question.asOf) }) })
  const metrics = figures.map(({ metric }) => getMetric(metric)).filter(({ shape }) => shape !== 'growth')
  const { cutOff } = yearBefore(window, question.from, question.to)
  const earlier = await figuresOf(ctx, metrics, { ...question, from: addMonths(question.from, -12), to: addMonths(question.to, -12), asOf: cutOff.toISOString() })
  const byId = new Map(earlier.map((figure) => [figure.metric, figure]))
  return figures.map((figure) => {
    const before = byId.get(figure.metric)
    return before === undefined ? figure : { ...figure, yearBefore: besideOf(figure, before) }
  })
}

function besideOf(figure: ShownFigure, { numerator, denominator, valueText }: Figure): NonNullable<ComparedFigure['yearBefore']> {
  const isRate = denominator !== null
  const both = valueText !== null && figure.value !== null
  return {
    numerator,
    denominator,
    value: valueText,
    changePercent: !isRate && both ? percentText(figure.numerator - numerator, numerator, getMetric(figure.metric).decimals) : null,
    changePoints: isRate && both ? pointsText(figure.value ?? '', valueText) : null,
  }
}
