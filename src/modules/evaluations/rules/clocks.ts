import { must } from '#kernel/errors/refusal.ts'
import { clocksNamed } from '#kernel/time/open-clocks.ts'
import { arm, type Timer } from '#kernel/time/timer.ts'
import type { EvaluationRules } from '../settings.ts'

export const clockNames = { contact: 'contact', rectify: 'rectify' } as const
export const { openClock, done } = clocksNamed<keyof typeof clockNames>()

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

function clock({ ids, unitId, at, rules }: ClockStart, name: keyof typeof clockNames): Timer {
  return must(arm({ id: ids(), purpose: 'promised', name: clockNames[name], budget: rules[name], anchorAt: at, party: { kind: 'unit', id: unitId }, legalReference: basis }))
}
