import type { WorkingCalendar } from './calendar.ts'
import type { Share } from './attribution.ts'
import { horizonOf, timerPurposes } from './timer-record.ts'
import type { Segment, Timer } from './timer-record.ts'
import { workingMsBetween } from './working-hours.ts'

/** Whose time of a whole matter passed, whatever number of clocks ran side by side. */
export interface MatterAttribution {
  readonly wallMs: number
  /** One share for each party, largest first, `nobody` last; they add up to `wallMs`. */
  readonly shares: readonly Share[]
  readonly provisional: boolean
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly purpose: number
  readonly segment: Segment
}

/**
 * Gives every minute of a matter between two instants to exactly one party. Where clocks run side by side, a pause goes before
 * a running segment, then the legal clock before the promised and the internal one, then what began last. Time outside office
 * hours or days, and time in which no clock ran, is nobody's.
 */
export function attributeMatter(timers: readonly Timer[], calendar: WorkingCalendar, span: { readonly from: Date; readonly to: Date }): MatterAttribution {
  const stretches = timers.flatMap((timer) => stretchesOf(timer, span.to))
  const [from, to] = [span.from.getTime(), span.to.getTime()]
  const edges = [...new Set([from, to, ...stretches.flatMap((each) => [each.from, each.to])])].filter((edge) => edge >= from && edge <= to).toSorted((a, b) => a - b)
  const shares = new Map<string, { party: Segment['party']; ms: number }>()
  let nobody = 0
  let provisional = false
  for (const [index, start] of edges.slice(0, -1).entries()) {
    const end = edges[index + 1] ?? start
    const owner = stretches.filter((each) => each.from <= start && each.to >= end).toSorted(precedence)[0]?.segment
    if (owner === undefined) {
      nobody += end - start
      continue
    }
    const worked = workingMsBetween(calendar, new Date(start), new Date(end), calendar.dayShift)
    const key = JSON.stringify([owner.party.kind, owner.party.id])
    shares.set(key, { party: owner.party, ms: (shares.get(key)?.ms ?? 0) + worked.ms })
    nobody += end - start - worked.ms
    provisional ||= worked.provisional
  }
  return { wallMs: to - from, shares: [...[...shares.values()].toSorted((a, b) => b.ms - a.ms), { party: { kind: 'nobody' }, ms: nobody }], provisional }
}

function stretchesOf(timer: Timer, until: Date): readonly Stretch[] {
  const horizon = horizonOf(timer, until).getTime()
  const purpose = timerPurposes.indexOf(timer.purpose)
  return timer.segments.map((segment) => ({ from: segment.startedAt.getTime(), to: Math.min(segment.endedAt?.getTime() ?? horizon, horizon), purpose, segment }))
}

function precedence(a: Stretch, b: Stretch): number {
  return Number(a.segment.kind === 'running') - Number(b.segment.kind === 'running') || a.purpose - b.purpose || b.from - a.from
}
