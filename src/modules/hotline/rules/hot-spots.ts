import type { HotlineRules } from '../settings.ts'

export interface SpotCounts {
  readonly now: number
  readonly before: number
}

/** Growth over the period before; null where there was nothing before. */
export function growthOf({ now, before }: SpotCounts): number | null {
  return before === 0 ? null : Math.round(((now - before) / before) * 1000) / 1000
}

/** Many orders about the same thing in the same place, and clearly more than before. */
export function isHot(counts: SpotCounts, { hotOrders, hotGrowth }: Pick<HotlineRules, 'hotOrders' | 'hotGrowth'>): boolean {
  const growth = growthOf(counts)
  return counts.now >= hotOrders && (growth === null || growth >= hotGrowth)
}
