import { must } from '#kernel/errors/refusal.ts'
import { type Day, instantAtStartOf } from '#kernel/time/day.ts'
import { clocksNamed } from '#kernel/time/open-clocks.ts'
import { arm, type Timer } from '#kernel/time/timer.ts'
import type { PublicationRules } from '../settings.ts'

export const clockNames = ['publish', 'withdraw'] as const
export type ClockName = (typeof clockNames)[number]
export const { openClock, done, dropped } = clocksNamed<ClockName>()

const basis: Readonly<Record<ClockName, string>> = {
  publish: '《中华人民共和国政府信息公开条例》第二十六条',
  withdraw: '《中华人民共和国行政处罚法》第四十八条、第八十五条',
}

interface ClockStart {
  readonly id: string
  readonly unitId: string
  /** The day on which the record was made or changed, or the punishment was; it is not counted itself. */
  readonly from: Day
  readonly rules: Pick<PublicationRules, ClockName>
}

/** `publish`: within twenty working days after the record was made or changed (O-01). `withdraw`: within three after a published punishment was (O-18). */
export function clockOf(name: ClockName, { id, unitId, from, rules }: ClockStart): Timer {
  return must(arm({ id, name, purpose: 'legal', budget: rules[name], anchorAt: instantAtStartOf(from), party: { kind: 'unit', id: unitId }, legalReference: basis[name] }))
}
