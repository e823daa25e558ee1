import type { WorkingCalendar } from './calendar.ts'
import { horizonOf } from './timer-record.ts'
import type { Party, Segment, Timer } from './timer-record.ts'
import { workingMsBetween } from './working-hours.ts'

/** Whose time passed. `nobody` has the time outside office hours, or the days that are not worked if no hours are given. */
export interface Share {
  readonly party: Party | { readonly kind: 'nobody' }
  readonly ms: number
}

export interface Attribution {
  /** From the anchor to the horizon; the shares add up to exactly this. */
  readonly wallMs: number
  /** One share for each party, in the order in which they first had the matter, `nobody` last. */
  readonly shares: readonly Share[]
  readonly byKind: Readonly<Record<Segment['kind'], number>>
  readonly provisional: boolean
}

/** Splits the wall time of a timer up to an instant (or its end) among the parties, exactly to the millisecond. */
export function attribute(timer: Timer, calendar: WorkingCalendar, at: Date): Attribution {
  const horizon = horizonOf(timer, at)
  const shares = new Map<string, { party: Party; ms: number }>()
  const byKind = { running: 0, waiting: 0, stopped: 0 }
  let nobody = 0
  let provisional = false
  for (const segment of timer.segments) {
    if (segment.startedAt >= horizon) break
    const to = segment.endedAt !== undefined && segment.endedAt < horizon ? segment.endedAt : horizon
    const wall = to.getTime() - segment.startedAt.getTime()
    const worked = workingMsBetween(calendar, segment.startedAt, to, calendar.dayShift)
    const key = JSON.stringify([segment.party.kind, segment.party.id])
    shares.set(key, { party: segment.party, ms: (shares.get(key)?.ms ?? 0) + worked.ms })
    byKind[segment.kind] += wall
    nobody += wall - worked.ms
    provisional ||= worked.provisional
  }
  return {
    wallMs: horizon.getTime() - timer.anchorAt.getTime(),
    shares: [...shares.values(), { party: { kind: 'nobody' }, ms: nobody }],
    byKind,
    provisional,
  }
}
