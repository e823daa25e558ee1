import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { FigureQuery } from '#kernel/metrics/evaluate.ts'
import { listHallRows } from '#modules/organisation/index.ts'
import { evaluateBy } from '../evaluate.ts'
import { readingOf } from '../figures-of.ts'
import { getMetric } from '../registry.ts'

/** A hall on the wall: what came in there in the period, and what of all that came waits for acceptance. `hallId` is null for what came over the network. */
export const WallHall = z.object({ hallId: z.string().nullable(), name: z.string().nullable(), regionCode: z.string().nullable(), received: z.int(), unaccepted: z.int() })
export type WallHall = z.infer<typeof WallHall>

/** More halls than a district has. */
const everyHall = 500

/** Every hall, the busiest first; last what came without a hall. */
export async function hallRows(ctx: Ctx, query: FigureQuery): Promise<readonly WallHall[]> {
  const countsOf = async (metric: string): Promise<ReadonlyMap<string | null, number>> =>
    new Map((await evaluateBy(readingOf(ctx), getMetric(metric), { ...query, by: 'hallId' })).map(({ part, counted }) => [part, counted]))
  const received = await countsOf('cases.received')
  const unaccepted = await countsOf('cases.unaccepted')
  const counts = (hallId: string | null): Pick<WallHall, 'received' | 'unaccepted'> => ({ received: received.get(hallId) ?? 0, unaccepted: unaccepted.get(hallId) ?? 0 })
  const halls = await listHallRows(ctx.db, { after: undefined, limit: everyHall })
  const rows = halls.map(({ id, name, regionCode }) => ({ hallId: id, name, regionCode, ...counts(id) })).toSorted((one, other) => other.received - one.received)
  return [...rows, { hallId: null, name: null, regionCode: null, ...counts(null) }]
}
