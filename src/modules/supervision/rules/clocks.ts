import { must } from '#kernel/errors/refusal.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { clocksNamed } from '#kernel/time/open-clocks.ts'
import { arm, type Timer } from '#kernel/time/timer.ts'

/** The clocks of this module: explanation, appeal and its decision, answer to a measure, replies to a box, and those of a complaint. */
export const clockNames = ['explain', 'decideAppeal', 'answerMeasure', 'answerBox', 'acceptComplaint', 'answerComplaint', 'concludeComplaint'] as const
export type ClockName = (typeof clockNames)[number]
export const { openClock, done } = clocksNamed<ClockName>()

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

const basis = '本地效能监察办法'
