import { must } from '#kernel/errors/refusal.ts'
import type { WorkingCalendar } from '#kernel/time/calendar.ts'
import { limitOn } from '#kernel/time/dated-limits.ts'
import { calendarDaysBetween, type Day, dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { dueDay, dueInstant, type TimeLimit } from '#kernel/time/limits.ts'
import { clocksNamed } from '#kernel/time/open-clocks.ts'
import { arm, isOverdue, type Party, resume, stop, type Timer } from '#kernel/time/timer.ts'
import type { ConsultedKind } from '../schema.ts'

export const clockNames = ['confirm', 'answer', 'clarify', 'pay'] as const
export type ClockName = (typeof clockNames)[number]
export const { openClock, done, dropped } = clocksNamed<ClockName>()

/** What the regulation fixes: no city changes it. */
export const opinionLimit: TimeLimit = { value: 15, unit: 'WORKING_DAY' }
export const paymentLimit: TimeLimit = { value: 20, unit: 'WORKING_DAY' }
/** Who may grant the extension: the head of the disclosure institution (art. 33). */
export const extendingRank = 'disclosureHead'

const article = {
  confirm: '《政府信息公开条例》（国务院令第711号）第三十一条',
  notice: '《政府信息公开条例》（国务院令第711号）第三十条',
  opinion: '《政府信息公开条例》（国务院令第711号）第三十三条第三款',
  pay: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第八条',
  report: '《政府信息公开条例》（国务院令第711号）第四十九条',
} as const

export interface ClockStart {
  readonly id: string
  readonly unitId: string
  readonly at: Date
}

/** The clock that the applicant sees, by the law of the day from which it runs (O-03); it is extended once in a life (O-04). */
export function answerClock(start: ClockStart, from: { readonly receivedOn: Day; readonly extended: boolean }): Timer {
  const { limit, source } = limitOn('disclosure.answer', from.receivedOn)
  const extension = limitOn('disclosure.extension', from.receivedOn)
  return armed(start, {
    name: 'answer',
    purpose: 'legal',
    budget: limit,
    anchorAt: instantOn(from.receivedOn, start.at),
    legalReference: source,
    ...(!from.extended && { extensible: { longest: extension.limit, approverRanks: [extendingRank], legalReference: extension.source } }),
  })
}

/** The last instant at which an unclear application may be sent back to be made clear (O-05). */
export function noticeEnds(calendar: WorkingCalendar, receivedOn: Day, limit: TimeLimit): Date {
  return dueInstant(calendar, dueDay(calendar, receivedOn, limit).day)
}

/** By when receipt is to be confirmed with the applicant. */
export function confirmClock(start: ClockStart, arrivedOn: Day, limit: TimeLimit): Timer {
  return armed(start, { name: 'confirm', purpose: 'internal', budget: limit, anchorAt: instantOn(arrivedOn, start.at), legalReference: article.confirm })
}

/** The applicant's time to make an application clear: up to the day that the notice sets. */
export function clarifyClock(start: ClockStart, by: Day): Timer {
  const budget: TimeLimit = { value: calendarDaysBetween(dayOf(start.at), by), unit: 'CALENDAR_DAY' }
  return armed(start, { name: 'clarify', purpose: 'internal', budget, anchorAt: start.at, legalReference: article.notice }, { kind: 'applicant' })
}

/** The applicant's time to pay what was asked for; who does not is no longer answered. */
export function paymentClock(start: ClockStart): Timer {
  return armed(start, { name: 'pay', purpose: 'legal', budget: paymentLimit, anchorAt: start.at, legalReference: article.pay }, { kind: 'payment' })
}

/** By when an annual report is published: up to the day that the law names (O-13). */
export function reportClock(start: ClockStart, by: Day): Timer {
  const budget: TimeLimit = { value: calendarDaysBetween(dayOf(start.at), by), unit: 'CALENDAR_DAY' }
  return must(arm({ id: start.id, name: 'publishReport', purpose: 'legal', budget, anchorAt: start.at, legalReference: article.report, party: { kind: 'unit', id: start.unitId } }))
}

/** Time in which others are asked is not counted (art. 33, O-06). A clock that stands still already stays so, and stopping does not cure one that ran out. */
export function pausedForOpinion(timer: Timer, calendar: WorkingCalendar, pause: { readonly at: Date; readonly asked: ConsultedKind; readonly documentId: string }): readonly Timer[] {
  if (isStopped(timer) || isOverdue(timer, calendar, pause.at)) return []
  const party: Party = { kind: pause.asked === 'coMaker' ? 'unit' : 'publicity' }
  return [must(stop(timer, calendar, { at: pause.at, cause: 'thirdPartyOpinion', party, limit: opinionLimit, documentId: pause.documentId, legalReference: article.opinion }))]
}

/** The clock runs again, on the time of the agency; one that was not stopped goes on. */
export function resumed(timer: Timer, unitId: string, at: Date): readonly Timer[] {
  return isStopped(timer) ? [must(resume(timer, { at, party: { kind: 'unit', id: unitId } }))] : []
}

function isStopped(timer: Timer): boolean {
  return timer.segments.at(-1)?.kind === 'stopped'
}

/** A day as the instant from which a clock runs: now, if it is today, else its beginning. */
function instantOn(day: Day, now: Date): Date {
  return day === dayOf(now) ? now : instantAtStartOf(day)
}

function armed({ id, unitId }: ClockStart, clock: Pick<Timer, 'name' | 'purpose' | 'budget' | 'extensible' | 'anchorAt' | 'legalReference'>, party: Party = { kind: 'unit', id: unitId }): Timer {
  return must(arm({ id, party, ...clock }))
}
