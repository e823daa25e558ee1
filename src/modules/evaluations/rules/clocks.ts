import { must } from '#kernel/errors/refusal.ts'
import { arm, endOf, satisfy, type Timer, voidTimer } from '#kernel/time/timer.ts'
import type { EvaluationRules } from '../settings.ts'

export const clockNames = { contact: 'contact', rectify: 'rectify' } as const

const basis = '《国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见》（国办发〔2019〕51号）及本地好差评办法'

interface ClockStart {
  readonly ids: () => string
  readonly unitId: string
  readonly at: Date
  readonly rules: Pick<EvaluationRules, 'contact' | 'rectify'>
}

/** The clocks of a new rectification, both from the review: first contact (E-02; not for an anonymous one, whom nobody can reach) and putting right (E-03). */
export function openingClocks(start: ClockStart, anonymous: boolean): readonly Timer[] {
  const rectify = clock(start, 'rectify')
  return anonymous ? [rectify] : [clock(start, 'contact'), rectify]
}

/** A second round has its own days. */
export function reopeningClock(start: ClockStart): Timer {
  return clock(start, 'rectify')
}

export function openClock(timers: readonly Timer[], name: keyof typeof clockNames): Timer | undefined {
  return timers.find((timer) => timer.name === clockNames[name] && endOf(timer) === undefined)
}

/** The open clock of this name, done. */
export function done(timers: readonly Timer[], name: keyof typeof clockNames, at: Date): readonly Timer[] {
  const open = openClock(timers, name)
  return open === undefined ? [] : [must(satisfy(open, at))]
}

/** Every clock that still runs, fallen away. */
export function voided(timers: readonly Timer[], at: Date, reason: string): readonly Timer[] {
  return timers.filter((timer) => endOf(timer) === undefined).map((timer) => must(voidTimer(timer, at, reason)))
}

function clock({ ids, unitId, at, rules }: ClockStart, name: keyof typeof clockNames): Timer {
  return must(arm({ id: ids(), purpose: 'promised', name: clockNames[name], budget: rules[name], anchorAt: at, party: { kind: 'unit', id: unitId }, legalReference: basis }))
}
