import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { type FigureQuery, listFigureRows } from '#kernel/metrics/evaluate.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { readingOf } from '../figures-of.ts'
import { getMetric } from '../registry.ts'

/** A red or yellow card on the wall. */
export const WallSignal = z.object({ rung: z.enum(['red', 'yellow']), number: z.string(), kind: z.string(), unitId: z.string().nullable(), unit: z.string().nullable(), raisedAt: z.string() })
export type WallSignal = z.infer<typeof WallSignal>

const shownOfEach = 4

/** Some of the cards of the period, red before yellow; the whole list is that of the figure. */
export async function signalRows(ctx: Ctx, query: FigureQuery): Promise<readonly WallSignal[]> {
  const rows: WallSignal[] = []
  for (const rung of ['red', 'yellow'] as const) {
    for (const { number, kind, unitId, at } of await listFigureRows(readingOf(ctx), getMetric(`signals.${rung}`), { ...query, limit: shownOfEach })) {
      if (number === null || kind === null || at === null) continue
      rows.push({ rung, number, kind, unitId, unit: unitId === null ? null : (await getUnit(ctx.db, unitId)).shortName, raisedAt: instantText(at) })
    }
  }
  return rows
}
