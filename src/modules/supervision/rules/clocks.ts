import { must } from '#kernel/errors/refusal.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { arm, endOf, satisfy, type Timer, voidTimer } from '#kernel/time/timer.ts'

/** The clocks of this module: explanation, appeal and its decision, answer to a measure, replies to a box, and those of a complaint. */
export const clockNames = ['explain', 'decideAppeal', 'answerMeasure', 'answerBox', 'acceptComplaint', 'answerComplaint', 'concludeComplaint'] as const
export type ClockName = (typeof clockNames)[number]

export interface ClockStart {
  readonly id: string
  readonly name: ClockName
  readonly budget: TimeLimit
  readonly unitId: string
  readonly at: Date
}

/** What a complainant was promised is watched like any other promise; the rest is the office's own. */
const promised: readonly ClockName[] = ['acceptComplaint', 'answerComplaint', 'concludeComplaint']

export function clock({ id, name, budget, unitId, at }: ClockStart): Timer {
  return must(arm({ id, name, budget, purpose: promised.includes(name) ? 'promised' : 'internal', anchorAt: at, party: { kind: 'unit', id: unitId }, legalReference: basis }))
}

export function openClock(timers: readonly Timer[], name: ClockName): Timer | undefined {
  return timers.find((timer) => timer.name === name && endOf(timer) === undefined)
}

/** The open clock of this name, done. */
export function done(timers: readonly Timer[], name: ClockName, at: Date): readonly Timer[] {
  const open = openClock(timers, name)
  return open === undefined ? [] : [must(satisfy(open, at))]
}

/** Every clock that still runs, fallen away. */
export function voided(timers: readonly Timer[], at: Date, reason: string): readonly Timer[] {
  return timers.filter((timer) => endOf(timer) === undefined).map((timer) => must(voidTimer(timer, at, reason)))
}

const basis = '本地效能监察办法'
