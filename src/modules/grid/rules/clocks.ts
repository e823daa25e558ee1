import { must } from '#kernel/errors/refusal.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { arm, endOf, handOver, satisfy, type Timer, voidTimer } from '#kernel/time/timer.ts'

export const clockNames = ['file', 'dispose', 'verify'] as const
export type ClockName = (typeof clockNames)[number]

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

/** A clock that ends at an instant that somebody else's clock has set: counted in whole hours, back from the end (G-05). */
export function clockUntil(start: ClockStart, name: ClockName, dueAt: Date): Timer {
  const hours = Math.max(1, Math.ceil((dueAt.getTime() - start.at.getTime()) / 3_600_000))
  const anchorAt = new Date(dueAt.getTime() - hours * 3_600_000)
  return armed({ ...start, at: anchorAt }, { name, purpose: 'promised', budget: { value: hours, unit: 'HOUR' } })
}

export function openClock(timers: readonly Timer[], name: ClockName): Timer | undefined {
  return timers.find((timer) => timer.name === name && endOf(timer) === undefined)
}

export function done(timers: readonly Timer[], name: ClockName, at: Date): readonly Timer[] {
  const open = openClock(timers, name)
  return open === undefined ? [] : [must(satisfy(open, at))]
}

/** All open clocks, fallen away. */
export function dropped(timers: readonly Timer[], end: { readonly at: Date; readonly reason: string }): readonly Timer[] {
  return timers.filter((timer) => endOf(timer) === undefined).map((timer) => must(voidTimer(timer, end.at, end.reason)))
}

/** The time for handling passes to another unit; its due date stays. */
export function passedTo(timers: readonly Timer[], unitId: string, at: Date): readonly Timer[] {
  const open = openClock(timers, 'dispose')
  return open === undefined ? [] : [must(handOver(open, { at, party: { kind: 'unit', id: unitId } }))]
}

/** Timers as they will be after a step. */
export function after(timers: readonly Timer[], changed: readonly Timer[]): readonly Timer[] {
  const ids = new Set(changed.map(({ id }) => id))
  return [...timers.filter(({ id }) => !ids.has(id)), ...changed]
}

function armed({ id, unitId, at }: ClockStart, clock: Pick<Timer, 'name' | 'purpose' | 'budget' | 'extensible'>): Timer {
  return must(arm({ id, anchorAt: at, party: { kind: 'unit', id: unitId }, legalReference: basis, ...clock }))
}
