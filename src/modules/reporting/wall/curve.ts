import type { Ctx } from '#kernel/contract/operation.ts'
import type { Chart } from '#kernel/drawing/chart-shape.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { evaluateBy } from '../evaluate.ts'
import { readingOf } from '../figures-of.ts'
import { getMetric } from '../registry.ts'

/** What came in and what went out on one day, or in one month (`YYYY-MM`), with the days that it counts. */
export interface CurvePoint {
  readonly at: string
  readonly from: Day
  readonly to: Day
  readonly received: number
  readonly decided: number
}

/** The curve of received and decided cases by day; by month where the days are more than two months. */
export async function curveOf(ctx: Ctx, days: { readonly from: Day; readonly to: Day }, asOf: Date): Promise<readonly CurvePoint[]> {
  const received = await countsByDay(ctx, 'cases.received', { ...days, asOf })
  const decided = await countsByDay(ctx, 'cases.decided', { ...days, asOf })
  const points: CurvePoint[] = []
  for (let day = days.from; day <= days.to; day = addCalendarDays(day, 1)) points.push({ at: day, from: day, to: day, received: received.get(day) ?? 0, decided: decided.get(day) ?? 0 })
  return points.length <= 62 ? points : byMonth(points)
}

/** `3月` under a month, `3/14` under a day. */
export function curveLabel(at: string): string {
  return at.length === 7 ? `${Number(at.slice(5))}月` : `${Number(at.slice(5, 7))}/${Number(at.slice(8))}`
}

/** The curve as a drawing; its numbers stand beside it in words or as a table. */
export function curveChart(points: readonly CurvePoint[]): Chart {
  const labels = points.map(({ at }) => curveLabel(at))
  const series = [
    { look: 'first', values: points.map(({ received }) => received) },
    { look: 'second', values: points.map(({ decided }) => decided) },
  ] as const
  return { name: 'curve', kind: 'lines', labels, series, width: 380, height: 190 }
}

async function countsByDay(ctx: Ctx, metric: string, question: { readonly from: Day; readonly to: Day; readonly asOf: Date }): Promise<ReadonlyMap<string | null, number>> {
  const parts = await evaluateBy(readingOf(ctx), getMetric(metric), { ...question, now: ctx.now, by: 'day' })
  return new Map(parts.map(({ part, counted }) => [part, counted]))
}

function byMonth(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const months = new Map<string, CurvePoint>()
  for (const day of points) {
    const at = day.at.slice(0, 7)
    const { from, received, decided } = months.get(at) ?? { from: day.from, received: 0, decided: 0 }
    months.set(at, { at, from, to: day.to, received: received + day.received, decided: decided + day.decided })
  }
  return [...months.values()]
}
