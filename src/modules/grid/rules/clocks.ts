import { must } from '#kernel/errors/refusal.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { armUntil, clocksNamed } from '#kernel/time/open-clocks.ts'
import { arm, type Timer } from '#kernel/time/timer.ts'

export const clockNames = ['file', 'dispose', 'verify'] as const
export type ClockName = (typeof clockNames)[number]
const { passed, ...named } = clocksNamed<ClockName>()
export const { openClock, done } = named

const basis = '《数字化城市管理信息系统》立案、处置与结案的本地规则'

interface ClockStart {
  readonly id: string
  readonly unitId: string
  readonly at: Date
}

export function filingClock(start: ClockStart, budget: TimeLimit): Timer {
  return armed(start, { name: 'file', purpose: 'internal', budget })
}

/** The time for handling, from the filing on, by the class of the event; one extension is possible. */
export function disposeClock(start: ClockStart, hours: number, longest: TimeLimit): Timer {
  const extensible = { longest: { value: Math.min(hours, longest.value), unit: longest.unit }, approverRanks: ['commandCentre'] } as const
  return armed(start, { name: 'dispose', purpose: 'promised', budget: { value: hours, unit: 'WORKING_HOUR' }, extensible: { ...extensible, approverRanks: [...extensible.approverRanks] } })
}

export function verifyClock(start: ClockStart, budget: TimeLimit): Timer {
  return armed(start, { name: 'verify', purpose: 'internal', budget })
}

/** A clock that ends at an instant that the clock of an order has set (G-05). */
export function clockUntil(start: ClockStart, name: ClockName, dueAt: Date): Timer {
  return armUntil({ id: start.id, at: start.at, name, purpose: 'promised', party: { kind: 'unit', id: start.unitId }, legalReference: basis }, dueAt)
}

/** The time for handling passes to another unit; its due date stays. */
export const passedTo = (timers: readonly Timer[], unitId: string, at: Date): readonly Timer[] => passed(timers, 'dispose', { unitId, at })

function armed({ id, unitId, at }: ClockStart, clock: Pick<Timer, 'name' | 'purpose' | 'budget' | 'extensible'>): Timer {
  return must(arm({ id, anchorAt: at, party: { kind: 'unit', id: unitId }, legalReference: basis, ...clock }))
}
