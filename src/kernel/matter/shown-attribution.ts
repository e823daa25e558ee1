import { z } from 'zod'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { attributeMatter, type MatterAttribution } from '#kernel/time/matter-attribution.ts'
import { Party } from '#kernel/time/timer.ts'
import type { Matter } from './matter.ts'

/** Whose time of a matter passed, in milliseconds; the shares add up to `wallMs`. */
export const ShownAttribution = z.object({
  wallMs: z.number(),
  shares: z.array(z.object({ party: z.union([Party, z.strictObject({ kind: z.literal('nobody') })]), ms: z.number() })),
  provisional: z.boolean(),
})

/** The time of a matter from its opening to its end, or to `at`, by party. */
export function attributionOf(matter: Pick<Matter, 'openedAt' | 'closedAt' | 'timers'>, calendar: WorkingCalendar, at: Date): MatterAttribution {
  const to = matter.closedAt !== null && matter.closedAt < at ? matter.closedAt : at
  return attributeMatter(matter.timers, calendar, { from: matter.openedAt, to: to < matter.openedAt ? matter.openedAt : to })
}

export function shownAttribution({ wallMs, shares, provisional }: MatterAttribution): z.input<typeof ShownAttribution> {
  return { wallMs, shares: shares.map(({ party, ms }) => ({ party, ms })), provisional }
}
