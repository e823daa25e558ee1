import type { Ctx } from '#kernel/contract/operation.ts'
import { drawChart } from '#kernel/drawing/chart.ts'
import type { Chart } from '#kernel/drawing/chart-shape.ts'
import { pictureOf } from '#kernel/drawing/picture.ts'
import type { FigurePart, Metric } from '#kernel/metrics/metric.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { evaluateBy } from '../evaluate.ts'
import { readingOf } from '../figures-of.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { getMetric } from '../registry.ts'
import { curveLabel } from '../wall/curve.ts'
import type { WrittenSection } from './sentences.ts'
import type { ReportPicture } from './word.ts'

const words = texts.report

/** The curve at the end of the report draws these. */
const drawnInCurve: readonly string[] = ['cases.received', 'cases.decided']
/** Longer periods are drawn by month. */
const mostDays = 62

interface Point {
  /** A day, or a month (`YYYY-MM`). */
  readonly at: string
  readonly listed: number
  readonly counted: number
}

interface Period {
  readonly from: Day
  readonly to: Day
}

/** The drawing of a section: the first figure of its sentences that falls on days of the period, with the words that say the same. None where no figure does. */
export async function sectionPicture(ctx: Ctx, { figures }: Pick<WrittenSection, 'figures'>, period: Period): Promise<ReportPicture | undefined> {
  for (const metric of figures.filter((id) => !drawnInCurve.includes(id)).map(getMetric)) {
    if (metric.shape === 'growth') continue
    const points = pointsOf(await evaluateBy(readingOf(ctx), metric, { ...period, now: ctx.now, by: 'day' }), period)
    if (points.length < 2 || points.every(({ listed }) => listed === 0)) continue
    const chart = chartOf(metric, points)
    return { title: metric.words.name, caption: captionOf(metric, points), bytes: await pictureOf(await drawChart(chart, 'paper')), width: chart.width, height: chart.height }
  }
  return undefined
}

/** Every day of the period with what falls on it; by month where it is long. */
function pointsOf(parts: readonly FigurePart[], { from, to }: Period): readonly Point[] {
  const byDay = new Map(parts.map((part) => [part.part, part]))
  const days: Point[] = []
  for (let day = from; day <= to; day = addCalendarDays(day, 1)) days.push({ at: day, listed: byDay.get(day)?.listed ?? 0, counted: byDay.get(day)?.counted ?? 0 })
  if (days.length <= mostDays) return days
  return [...Map.groupBy(days, ({ at }) => at.slice(0, 7))].map(([at, some]) => ({ at, listed: sum(some, 'listed'), counted: sum(some, 'counted') }))
}

/** A count as columns; of a share the whole and its part as two lines. */
function chartOf({ id, shape }: Metric, points: readonly Point[]): Chart {
  const whole = { look: 'first', values: points.map(({ listed }) => listed) } as const
  const part = { look: 'second', values: points.map(({ counted }) => counted) } as const
  const series = shape === 'count' ? [whole] : [whole, part]
  return { name: id.replace('.', '-'), kind: shape === 'count' ? 'columns' : 'lines', labels: points.map(({ at }) => curveLabel(at)), series, width: 380, height: 150 }
}

function captionOf({ shape, words: { name } }: Metric, points: readonly Point[]): string {
  if (shape !== 'count') return words.shareAlt.replace('{name}', name).replace('{whole}', String(sum(points, 'listed'))).replace('{part}', String(sum(points, 'counted')))
  const most = points.reduce((best, point) => (point.counted > best.counted ? point : best))
  return words.countAlt.replace('{name}', name).replace('{total}', String(sum(points, 'counted'))).replace('{at}', curveLabel(most.at)).replace('{most}', String(most.counted))
}

function sum(points: readonly Point[], of: 'listed' | 'counted'): number {
  return points.reduce((total, point) => total + point[of], 0)
}
