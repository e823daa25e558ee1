import type { Ctx } from '#kernel/contract/operation.ts'
import type { FigurePart } from '#kernel/metrics/metric.ts'
import type { Day } from '#kernel/time/day.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { evaluateBy } from '../evaluate.ts'
import { readingOf } from '../figures-of.ts'
import { getMetric } from '../registry.ts'

/** What figures say about one unit, by metric; a metric without rows of that unit is missing. */
export interface UnitFigures {
  readonly unitId: string
  readonly name: string
  readonly figures: ReadonlyMap<string, FigurePart>
}

/** The figures of a period by unit, in the order of the units' keys: one statement for each figure, however many units there are. */
export async function figuresByUnit(ctx: Ctx, metrics: readonly string[], period: { readonly from: Day; readonly to: Day }): Promise<readonly UnitFigures[]> {
  const units = new Map<string, Map<string, FigurePart>>()
  for (const metric of metrics) {
    for (const part of await evaluateBy(readingOf(ctx), getMetric(metric), { ...period, now: ctx.now, by: 'unitId' })) {
      if (part.part === null) continue
      const figures = units.get(part.part) ?? new Map<string, FigurePart>()
      units.set(part.part, figures.set(metric, part))
    }
  }
  const named: UnitFigures[] = []
  for (const [unitId, figures] of [...units].toSorted(([one], [other]) => (one < other ? -1 : 1))) named.push({ unitId, name: (await getUnit(ctx.db, unitId)).shortName, figures })
  return named
}
