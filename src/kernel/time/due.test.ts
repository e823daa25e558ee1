import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import type { TimeLimit } from './limits.ts'
import { publishedArrangements } from './published-arrangements.ts'
import { arm, changedDueDates, dueOf, extend, isOverdue, remaining, resume, satisfy, stop, usedOf, wait } from './timer.ts'
import type { Timer } from './timer.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const provisional = new WorkingCalendar({ version: 'provisional', arrangements: publishedArrangements, mode: 'provisional' })
const hall = new WorkingCalendar({ version: 'hall', arrangements: publishedArrangements, officeHours: [{ opensAt: '09:00', closesAt: '12:00' }, { opensAt: '13:00', closesAt: '17:00' }] })
const unit = { kind: 'unit', id: 'housing' } as const

function at(text: string): Date {
  return new Date(`${text}+08:00`)
}

function timer(value: number, kind: TimeLimit['unit'], anchorAt: string, id = 't'): Timer {
  return must(arm({ id, purpose: 'legal', name: 'decision', budget: { value, unit: kind }, anchorAt: at(anchorAt), party: unit }))
}

function stopped(before: Timer, from: string, to: string, by = calendar): Timer {
  const paused = must(stop(before, by, { at: at(from), cause: 'expertReview', party: { kind: 'expertPanel' } }))
  return must(resume(paused, { at: at(to), party: unit }))
}

// June 2025: Monday 9 to Friday 13, 16 to 20, 23 to 27 are ordinary working days.
test('C-09 a stop moves the due date by its working days, from the day of stopping to the day before resuming', () => {
  const due = dueOf(stopped(timer(5, 'WORKING_DAY', '2025-06-09T10:00'), '2025-06-11T15:00', '2025-06-17T09:00'), calendar)
  // Base Monday 16; stopped 11, 12, 13, 16 make four: Friday 20.
  assert.deepEqual([due.dueDay, due.postponements.map((each) => each.by)], ['2025-06-20', [4]])
})

test('C-09 a stop that ends on the day it began moves nothing, and a stop on the anchor day takes nothing that would have counted', () => {
  const base = timer(5, 'WORKING_DAY', '2025-06-09T10:00')
  assert.equal(dueOf(stopped(base, '2025-06-11T09:00', '2025-06-11T17:00'), calendar).dueDay, '2025-06-16')
  assert.equal(dueOf(stopped(base, '2025-06-09T11:00', '2025-06-10T09:00'), calendar).dueDay, '2025-06-16')
})

test('C-09 a stop on the very last day leaves at least the day of resuming, even over a weekend', () => {
  const base = timer(5, 'WORKING_DAY', '2025-06-06T10:00') // due Friday 13
  assert.equal(dueOf(stopped(base, '2025-06-13T15:00', '2025-06-15T09:00'), calendar).dueDay, '2025-06-16')
})

test('C-09 while a stop is open there is no due date, only since when', () => {
  const open = must(stop(timer(5, 'WORKING_DAY', '2025-06-09T10:00'), calendar, { at: at('2025-06-11T15:00'), cause: 'hearing', party: unit }))
  const due = dueOf(open, calendar)
  assert.equal(due.stopped, true)
  assert.equal(due.dueAt, undefined)
  assert.equal(isOverdue(open, calendar, at('2026-06-11T15:00')), false)
  // The tenth counted; the eleventh, on which it stopped, does not.
  assert.equal(usedOf(open, calendar, at('2025-06-30T09:00')).used, 1)
})

test('C-08 waiting for somebody does not move the due date', () => {
  const waiting = must(wait(timer(5, 'WORKING_DAY', '2025-06-09T10:00'), { at: at('2025-06-11T15:00'), cause: 'payment', party: { kind: 'payment' } }))
  assert.equal(dueOf(waiting, calendar).dueDay, '2025-06-16')
})

test('a stop moves natural days by natural days, after which T-03 applies to the new end', () => {
  // 9 June + 10 d = 19 June; stopped 12 and 13, two days: 21 June is a Saturday, so Monday 23.
  const due = dueOf(stopped(timer(10, 'CALENDAR_DAY', '2025-06-09T10:00'), '2025-06-12T09:00', '2025-06-14T09:00'), calendar)
  assert.equal(due.dueDay, '2025-06-23')
  assert.equal(due.stopped === false && due.moved?.from, '2025-06-21')
})

test('T-03 a stop on a last day that had already been moved leaves the day of resuming', () => {
  // 4 June + 10 d = Saturday 14, moved to Monday 16; stopped Monday to Wednesday.
  const due = dueOf(stopped(timer(10, 'CALENDAR_DAY', '2025-06-04T10:00'), '2025-06-16T09:00', '2025-06-18T09:00'), calendar)
  assert.equal(due.dueDay, '2025-06-18')
})

test('T-02 a stop moves a limit in hours by its exact time, working or not as the unit says', () => {
  const hours = stopped(timer(24, 'HOUR', '2025-06-13T10:00'), '2025-06-13T12:00', '2025-06-13T12:30:15')
  assert.deepEqual(dueOf(hours, calendar).dueAt, at('2025-06-14T10:30:15'))
  // Two working hours from Friday 16:00, stopped at 16:30 for ninety minutes of the clock, of which thirty are worked: Monday 9:30 less nothing used.
  const working = stopped(timer(2, 'WORKING_HOUR', '2025-06-13T16:00'), '2025-06-13T16:30', '2025-06-13T18:00', hall)
  assert.deepEqual(dueOf(working, hall).dueAt, at('2025-06-16T10:30'))
})

test('C-04 an extension adds to the budget', () => {
  const base: Timer = { ...timer(20, 'WORKING_DAY', '2025-06-09T10:00'), extensible: { longest: { value: 10, unit: 'WORKING_DAY' }, approverRanks: ['agencyHead'] } }
  assert.equal(dueOf(base, calendar).dueDay, '2025-07-07')
  const longer = must(extend(base, calendar, { by: { value: 10, unit: 'WORKING_DAY' }, grantedAt: at('2025-07-01T09:00'), approver: { id: 'li', rank: 'agencyHead' }, reason: '案情复杂' }))
  assert.equal(dueOf(longer, calendar).dueDay, '2025-07-21')
})

test('S-01 a promise of ten working days is yellow from the ninth and red from the eleventh', () => {
  const promise = timer(10, 'WORKING_DAY', '2025-06-09T10:00')
  const share = (day: string): number => usedOf(promise, calendar, at(`${day}T09:00`)).share
  assert.deepEqual([share('2025-06-09'), share('2025-06-19'), share('2025-06-20'), share('2025-06-23'), share('2025-06-24')], [0, 0.8, 0.9, 1, 1.1])
  assert.equal(remaining(promise, calendar, at('2025-06-20T09:00')), 1)
})

test('C-24 closing on the due day is in time, the next day is not, and closing ends the counting', () => {
  const base = timer(5, 'WORKING_DAY', '2025-06-09T10:00')
  const later = at('2025-09-01T09:00')
  assert.equal(isOverdue(must(satisfy(base, at('2025-06-16T23:59:59'))), calendar, later), false)
  assert.equal(isOverdue(must(satisfy(base, at('2025-06-17T00:00:01'))), calendar, later), true)
  assert.equal(isOverdue(base, calendar, later), true)
  assert.equal(usedOf(must(satisfy(base, at('2025-06-12T09:00'))), calendar, later).used, 3)
})

test('C-25 what is done on the spot is due the same working day and late the next', () => {
  const spot = timer(0, 'WORKING_DAY', '2025-06-09T10:00')
  assert.equal(dueOf(spot, calendar).dueDay, '2025-06-09')
  assert.deepEqual([usedOf(spot, calendar, at('2025-06-09T11:00')).share, usedOf(spot, calendar, at('2025-06-10T11:00')).share], [1, 2])
})

test('a budget in months is measured in the natural days of those months', () => {
  const usage = usedOf(timer(1, 'MONTH', '2025-01-31T10:00'), calendar, at('2025-02-14T10:00'))
  assert.deepEqual([usage.unit, usage.budget, usage.used, usage.share], ['CALENDAR_DAY', 28, 14, 0.5])
})

test('T-14 a timer that reaches an unarranged year is provisional or refused, whether by its budget or by a stop', () => {
  const long = timer(10, 'WORKING_DAY', '2026-12-25T10:00')
  assert.throws(() => dueOf(long, calendar), /time\.calendar-missing/)
  assert.equal(dueOf(long, provisional).provisional, true)
  const pushed = stopped(timer(2, 'WORKING_DAY', '2026-12-25T10:00'), '2026-12-28T10:00', '2027-01-05T10:00', provisional)
  assert.equal(dueOf(pushed, provisional).provisional, true)
  assert.throws(() => dueOf(pushed, calendar), /time\.calendar-missing/)
  assert.equal(dueOf(timer(2, 'WORKING_DAY', '2026-12-25T10:00'), provisional).provisional, false)
})

test('T-16 a changed calendar moves open timers only and lists the moved ones only; closed timers keep theirs', () => {
  const closure = { from: '2025-06-12', to: '2025-06-13', name: '台风', source: '区政府通告' } as const
  const changed = new WorkingCalendar({ version: 'typhoon', arrangements: publishedArrangements, closures: [closure] })
  const open = timer(5, 'WORKING_DAY', '2025-06-09T10:00', 'open')
  const closed = must(satisfy(timer(5, 'WORKING_DAY', '2025-06-09T10:00', 'closed'), at('2025-06-11T09:00')))
  const after = timer(5, 'WORKING_DAY', '2025-06-16T10:00', 'after')
  const natural = timer(7, 'CALENDAR_DAY', '2025-06-09T10:00', 'natural')
  const moved = changedDueDates([open, closed, after, natural], calendar, changed)
  assert.deepEqual(moved.map((each) => [each.timerId, each.before?.dueDay, each.after.dueDay, each.after.calendarVersion]), [['open', '2025-06-16', '2025-06-18', 'typhoon']])
})

test('T-16 publishing the next year gives a date to timers that had none', () => {
  const until2025 = new WorkingCalendar({ version: '2025', arrangements: publishedArrangements.filter(({ year }) => year <= 2025) })
  const moved = changedDueDates([timer(5, 'WORKING_DAY', '2025-12-29T10:00')], until2025, calendar)
  // 30, 31 December, 4 January worked Sunday, 5, 6.
  assert.deepEqual(moved.map((each) => [each.before, each.after.dueDay]), [[undefined, '2026-01-06']])
})

test('a stop on record that began after the due instant, as a changed calendar may make it, counts for nothing', () => {
  const base = stopped(timer(5, 'WORKING_DAY', '2025-06-09T10:00'), '2025-06-13T09:00', '2025-06-18T09:00')
  const shorter: Timer = { ...base, budget: { value: 3, unit: 'WORKING_DAY' } }
  assert.equal(dueOf(shorter, calendar).dueDay, '2025-06-12')
  assert.deepEqual(dueOf(shorter, calendar).postponements, [])
  assert.equal(isOverdue(shorter, calendar, at('2025-06-18T10:00')), true)
})

test('what was used at an earlier instant is not touched by a later stop', () => {
  const hours = stopped(timer(24, 'HOUR', '2025-06-13T10:00'), '2025-06-13T14:00', '2025-06-13T16:00')
  assert.deepEqual([at('2025-06-13T12:00'), at('2025-06-13T15:00'), at('2025-06-13T18:00')].map((when) => usedOf(hours, calendar, when).used), [2, 4, 6])
})
