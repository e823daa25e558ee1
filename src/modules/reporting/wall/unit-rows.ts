import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { FigureQuery } from '#kernel/metrics/evaluate.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { evaluateBy } from '../evaluate.ts'
import { readingOf } from '../figures-of.ts'
import { getMetric } from '../registry.ts'

/** A unit on the wall: what it had to decide, how much of that on time, what is late and open, what was decided late. */
export const WallUnit = z.object({
  unitId: z.string(),
  name: z.string(),
  onTime: z.int(),
  due: z.int(),
  value: z.string().nullable(),
  lateOpen: z.int(),
  lateClosed: z.int(),
})
export type WallUnit = z.infer<typeof WallUnit>

/** The units that had something to decide, those with most late and open cases first, then by how much they had. */
export async function unitRows(ctx: Ctx, query: FigureQuery): Promise<readonly WallUnit[]> {
  const reading = readingOf(ctx)
  const rates = await evaluateBy(reading, getMetric('cases.on-time-rate'), { ...query, by: 'unitId' })
  const late = new Map((await evaluateBy(reading, getMetric('cases.overdue-open'), { ...query, by: 'unitId' })).map(({ part, counted }) => [part, counted]))
  const rows: WallUnit[] = []
  for (const { part, counted, listed, valueText } of rates) {
    if (part === null) continue
    const lateOpen = late.get(part) ?? 0
    rows.push({ unitId: part, name: (await getUnit(ctx.db, part)).shortName, onTime: counted, due: listed, value: valueText, lateOpen, lateClosed: listed - counted - lateOpen })
  }
  return rows.toSorted((one, other) => other.lateOpen - one.lateOpen || other.due - one.due)
}
