import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { MetricDimension } from '#kernel/metrics/metric.ts'
import type { Day } from '#kernel/time/day.ts'
import { getItemInForce } from '#modules/catalogue/index.ts'
import { getHall, getUnit, getWindow } from '#modules/organisation/index.ts'

export interface PartOfFigure {
  readonly by: MetricDimension | 'day'
  readonly key: string
  readonly day: Day
}

type Namer = (ctx: Ctx, key: string, day: Day) => Promise<string>

const namers: { readonly [D in MetricDimension]?: Namer } = {
  unitId: async (ctx, key) => (await getUnit(ctx.db, key)).shortName,
  hallId: async (ctx, key) => (await getHall(ctx.db, key)).name,
  windowId: async (ctx, key) => (await getWindow(ctx.db, key)).name,
  item: async (ctx, key, day) => (await getItemInForce(ctx.db, key, day)).item.name,
}

/** Names that a call has looked up: a list of ten thousand rows has some dozens of units. */
const named = new WeakMap<Ctx, Map<string, Promise<string | null>>>()

/** The name of a part of a figure on a day; null for parts whose words the page has (channels, kinds, days) and for what no longer exists. */
export function partName(ctx: Ctx, part: PartOfFigure): Promise<string | null> {
  const known = named.get(ctx) ?? new Map<string, Promise<string | null>>()
  named.set(ctx, known)
  const place = JSON.stringify(part)
  const name = known.get(place) ?? readName(ctx, part)
  known.set(place, name)
  return name
}

async function readName(ctx: Ctx, part: PartOfFigure): Promise<string | null> {
  const namer = part.by === 'day' ? undefined : namers[part.by]
  if (namer === undefined) return null
  try {
    return await namer(ctx, part.key, part.day)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
