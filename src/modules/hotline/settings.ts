import { count, defineSettings, limit, ratio, type ValuesOf } from '#kernel/settings/setting.ts'
import type { OrderKind } from './schema.ts'

/** What a city may decide about its hotline (Appendix E of the domain: W5, D1 art. 50, D3 art. 20). */
export const hotlineSettings = defineSettings('hotline', {
  /** H-02 */
  consult: limit(3, 'WORKING_DAY', { least: 1 }),
  help: limit(3, 'WORKING_DAY', { least: 1 }),
  complaint: limit(5, 'WORKING_DAY', { least: 1 }),
  report: limit(5, 'WORKING_DAY', { least: 1 }),
  suggestion: limit(5, 'WORKING_DAY', { least: 1 }),
  other: limit(5, 'WORKING_DAY', { least: 1 }),
  /** H-02: an emergency is dealt with on the same working day. */
  emergency: limit(0, 'WORKING_DAY', { most: 5 }),
  /** H-03: no extension is longer than this, nor longer than what it extends. */
  longestExtension: limit(5, 'WORKING_DAY', { least: 1 }),
  /** H-04: how long a unit may say that an order is not its duty. */
  returnClaim: limit(24, 'HOUR', { least: 1, most: 240 }),
  /** How long the hotline takes to decide on such a claim. */
  arbitration: limit(1, 'WORKING_DAY', { least: 1 }),
  /** H-07: by when a finished order is called back. */
  callback: limit(1, 'WORKING_DAY', { least: 1 }),
  /** Who is not reached so often is not called again. */
  callbackTries: count(3, { least: 1, most: 20 }),
  /** H-08: working days between the reminder of an overdue order and its public criticism. */
  criticism: limit(5, 'WORKING_DAY', { least: 1 }),
  /** How far back the same matter is looked for. */
  similarWithin: limit(90, 'CALENDAR_DAY', { least: 1 }),
  /** From which likeness on two appeals are shown side by side. */
  similarFrom: ratio(0.25),
  /** A category in a town is hot with so many orders in the period and so much growth over the one before. */
  hotOrders: count(5, { least: 1 }),
  hotGrowth: ratio(0.5),
} satisfies Record<OrderKind, unknown> & Record<string, unknown>)

export type HotlineRules = ValuesOf<(typeof hotlineSettings)['settings']>
