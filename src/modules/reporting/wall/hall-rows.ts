import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { FigureQuery } from '#kernel/metrics/evaluate.ts'
import { dayOf } from '#kernel/time/day.ts'
import { listHallRows } from '#modules/organisation/index.ts'
import { countWaiting, watchesHall } from '#modules/reception/index.ts'
import { evaluateBy } from '../evaluate.ts'
import { readingOf } from '../figures-of.ts'
import { getMetric } from '../registry.ts'

/** A hall on the wall; `hallId` is null for what came over the network. */
export const WallHall = z.object({
  hallId: z.string().nullable(),
  name: z.string().nullable(),
  regionCode: z.string().nullable(),
  /** What came in there in the period. */
  received: z.int(),
  /** What of all that came waits for acceptance. */
  unaccepted: z.int(),
  /** Who took a number today and was not called yet; null where nobody stands in line, and on the wall of another instant. */
  waiting: z.int().nullable(),
  /** Whether the line of the hall opens to the caller. */
  watched: z.boolean(),
})
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
  const isNow = query.asOf === undefined || query.asOf.getTime() === ctx.now.getTime()
  const lines = isNow ? await countWaiting(ctx.db, dayOf(ctx.now)) : undefined
  const halls = await listHallRows(ctx.db, { after: undefined, limit: everyHall })
  const rows = halls.map(({ id, name, regionCode }) => ({
    hallId: id,
    name,
    regionCode,
    ...counts(id),
    waiting: lines === undefined ? null : (lines.get(id) ?? 0),
    watched: watchesHall(ctx.caller, id),
  }))
  return [...rows.toSorted((one, other) => other.received - one.received), { hallId: null, name: null, regionCode: null, ...counts(null), waiting: null, watched: false }]
}
