import { must } from '#kernel/errors/refusal.ts'
import { type Day, instantAtStartOf } from '#kernel/time/day.ts'
import { arm, endOf, satisfy, type Timer, voidTimer } from '#kernel/time/timer.ts'
import type { PublicationRules } from '../settings.ts'

export const clockNames = ['publish', 'withdraw'] as const
export type ClockName = (typeof clockNames)[number]

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

export function openClock(timers: readonly Timer[], name: ClockName): Timer | undefined {
  return timers.find((timer) => timer.name === name && endOf(timer) === undefined)
}

/** The open clock of this name, done. */
export function done(timers: readonly Timer[], name: ClockName, at: Date): readonly Timer[] {
  const open = openClock(timers, name)
  return open === undefined ? [] : [must(satisfy(open, at))]
}

/** The open clock of this name, fallen away. */
export function dropped(timers: readonly Timer[], name: ClockName, end: { readonly at: Date; readonly reason: string }): readonly Timer[] {
  const open = openClock(timers, name)
  return open === undefined ? [] : [must(voidTimer(open, end.at, end.reason))]
}
