import { addCalendarDays, dayOf, instantAtStartOf } from '#kernel/time/day.ts'

/** A telephone's clock may be so far ahead of the office's. */
const mostAheadMs = 300_000

/** Whether a point of a track may be taken now: of yesterday and today, since what was noted without a network is sent later; `past` and `ahead` may not. */
export function timelinessOf(notedAt: Date, now: Date): 'timely' | 'past' | 'ahead' {
  if (notedAt.getTime() > now.getTime() + mostAheadMs) return 'ahead'
  return notedAt < instantAtStartOf(addCalendarDays(dayOf(now), -1)) ? 'past' : 'timely'
}
