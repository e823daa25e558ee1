import type { ItemVersion } from '#modules/catalogue/index.ts'

/**
 * How often the applicant may have to come to a hall for one case: what the item promises (到现场次数), and the one visit of
 * whoever chose to apply at a window although he need not have come (C-32, 最多跑一次).
 */
export function allowedVisits(item: Pick<ItemVersion, 'maxVisits'>, channel: string): number {
  return Math.max(item.maxVisits, channel === 'window' ? 1 : 0)
}
