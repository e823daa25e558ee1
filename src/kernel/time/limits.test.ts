import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import type { Day } from './day.ts'
import { TimeLimit, addLimit, addWorkingDays, dueDay, dueInstant, workingDaysBetween } from './limits.ts'
import { publishedArrangements } from './published-arrangements.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const hall = new WorkingCalendar({
  version: 'hall',
  arrangements: publishedArrangements,
  officeHours: [
    { opensAt: '09:00', closesAt: '12:00' },
    { opensAt: '13:00', closesAt: '17:00' },
  ],
})
const provisional = new WorkingCalendar({ version: 'p', arrangements: publishedArrangements, mode: 'provisional' })

function at(text: string): Date {
  return new Date(`${text}+08:00`)
}

function after(from: Day, count: number): Day {
  return addWorkingDays(calendar, from, count).day
}

test('T-01 the trigger day is not counted; counting starts the next day', () => {
  assert.equal(after('2025-06-09', 1), '2025-06-10')
  assert.equal(dueDay(calendar, '2025-06-09', { value: 7, unit: 'CALENDAR_DAY' }).day, '2025-06-16')
})

test('T-01 on the spot is the one exception: it is due the same working day, or the next if the office is shut', () => {
  assert.equal(dueDay(calendar, '2025-06-09', { value: 0, unit: 'WORKING_DAY' }).day, '2025-06-09')
  assert.equal(dueDay(calendar, '2025-06-14', { value: 0, unit: 'WORKING_DAY' }).day, '2025-06-16')
})

test('T-02 a limit in hours runs from the moment itself, through nights and holidays', () => {
  assert.deepEqual(addLimit(calendar, at('2018-04-28T10:30:00'), { value: 48, unit: 'HOUR' }).at, at('2018-04-30T10:30:00'))
})

test('T-02 a limit in working hours runs in office hours only, and ends at closing rather than at the next opening', () => {
  const add = (from: string, value: number): Date => addLimit(hall, at(from), { value, unit: 'WORKING_HOUR' }).at
  assert.deepEqual(add('2018-04-27T16:00:00', 1), at('2018-04-27T17:00:00'))
  // Friday's last hour, then the first of the make-up Saturday.
  assert.deepEqual(add('2018-04-27T16:00:00', 2), at('2018-04-28T10:00:00'))
  assert.deepEqual(add('2018-04-27T11:30:00', 1), at('2018-04-27T13:30:00'))
  // Sunday 29 April to Tuesday 1 May are off.
  assert.deepEqual(add('2018-04-29T08:00:00', 7), at('2018-05-02T17:00:00'))
  assert.deepEqual(add('2018-04-29T08:00:00', 8), at('2018-05-03T10:00:00'))
})

test('T-03 a period of natural days that ends on a statutory holiday ends on the first working day after it, and says which rule moved it', () => {
  const due = dueDay(calendar, '2025-09-01', { value: 30, unit: 'CALENDAR_DAY' })
  assert.deepEqual(due, { day: '2025-10-09', provisional: false, moved: { rule: 'T-03', from: '2025-10-01', why: 'holiday', statutory: true } })
})

test('T-03 an ordinary weekend moves the end too and is recorded as such; a make-up Sunday does not', () => {
  assert.deepEqual(dueDay(calendar, '2025-06-04', { value: 10, unit: 'CALENDAR_DAY' }).moved, { rule: 'T-03', from: '2025-06-14', why: 'weekend', statutory: false })
  assert.deepEqual(dueDay(calendar, '2025-09-18', { value: 10, unit: 'CALENDAR_DAY' }), { day: '2025-09-28', provisional: false })
})

test('T-04 the last day ends at 24:00, or at close of business where there are office hours', () => {
  assert.deepEqual(dueInstant(calendar, '2018-04-28'), at('2018-04-29T00:00:00'))
  assert.deepEqual(dueInstant(hall, '2018-04-28'), at('2018-04-28T17:00:00'))
  assert.deepEqual(addLimit(hall, at('2018-04-27T20:00:00'), { value: 1, unit: 'WORKING_DAY' }).at, at('2018-04-28T17:00:00'))
})

test('T-05 months and years end on the corresponding day or month end, and then move like any natural period', () => {
  assert.equal(dueDay(calendar, '2023-01-31', { value: 1, unit: 'MONTH' }).day, '2023-02-28')
  assert.equal(dueDay(calendar, '2024-02-29', { value: 1, unit: 'YEAR' }).day, '2025-02-28')
  // 1 May 2025 is a statutory holiday; work begins again on Tuesday 6 May.
  assert.equal(dueDay(calendar, '2025-04-01', { value: 1, unit: 'MONTH' }).day, '2025-05-06')
})

test('T-06 twenty working days of a permit leave out weekends and National Day and count both make-up days', () => {
  // From Thu 2025-09-25: 26 Fri 1, 28 Sun worked 2, 29-30 make 4, 1-8 Oct off, 9-10 make 6, 11 Sat worked 7,
  // 13-17 make 12, 20-24 make 17, 27 18, 28 19, 29 20.
  assert.equal(after('2025-09-25', 20), '2025-10-29')
})

test('T-07 make-up Saturdays and Sundays are working days', () => {
  assert.equal(after('2018-04-27', 1), '2018-04-28') // Fri to worked Sat
  assert.equal(after('2017-01-20', 7), '2017-02-04') // 22 Sun worked 1, 23-26 make 5, 27 Jan-2 Feb off, 3 Fri 6, 4 Sat worked 7
  assert.equal(after('2025-01-24', 6), '2025-02-08') // 26 Sun worked 1, 27 2, 28 Jan-4 Feb off, 5 3, 6 4, 7 5, 8 Sat worked 6
  assert.equal(after('2018-12-28', 2), '2019-01-02') // 29 Sat worked 1 (by the notice of 2019), 30 Dec-1 Jan off, 2 Wed 2
})

test('T-08 Spring Festival with its make-up days, worked by hand', () => {
  assert.equal(after('2015-02-13', 5), '2015-02-26') // 15 Sun worked 1, 16 2, 17 3, 18-24 off, 25 4, 26 5
  assert.equal(after('2017-01-20', 6), '2017-02-03') // 22 Sun worked 1, 23-26 make 5, 27 Jan-2 Feb off, 3 Fri 6
  assert.equal(after('2018-02-09', 5), '2018-02-22') // 11 Sun worked 1, 12-14 make 4, 15-21 off, 22 5
  assert.equal(after('2020-01-17', 7), '2020-02-04') // 19 Sun worked 1, 20-23 make 5, 24 Jan-2 Feb off, 3 6, 4 7
  assert.equal(after('2024-02-02', 8), '2024-02-19') // 4 Sun worked 1, 5-9 make 6, 10-17 off, 18 Sun worked 7, 19 8
  assert.equal(after('2025-01-24', 4), '2025-02-06') // 26 Sun worked 1, 27 2, 28 Jan-4 Feb off, 5 3, 6 4
  assert.equal(after('2026-02-13', 3), '2026-02-25') // 14 Sat worked 1, 15-23 off, 24 2, 25 3
  assert.equal(after('2026-02-13', 7), '2026-03-02') // ... 26 4, 27 5, 28 Sat worked 6, 2 Mar 7
})

test('T-08 other holidays, worked by hand', () => {
  assert.equal(after('2015-09-01', 3), '2015-09-07') // 2 1, 3-5 off, 6 Sun worked 2, 7 3
  assert.equal(after('2017-09-29', 2), '2017-10-09') // 30 Sat worked 1, 1-8 off, 9 2
})

test('working days are counted backwards from an uncounted day too', () => {
  // Seven working days before Thu 2025-10-09: 30, 29, 28 Sun worked, 26, 25, 24, 23 September.
  assert.equal(after('2025-10-09', -7), '2025-09-23')
})

test('T-14 a limit that reaches a year without an arrangement is refused, or flagged in provisional mode, never guessed', () => {
  assert.throws(() => addWorkingDays(calendar, '2026-12-25', 10), (error) => error instanceof Refusal && error.code === 'time.calendar-missing' && error.details['year'] === 2027)
  assert.throws(() => dueDay(calendar, '2026-12-25', { value: 1, unit: 'MONTH' }), Refusal)
  assert.throws(() => workingDaysBetween(calendar, '2026-12-25', '2027-01-01'), Refusal)
  assert.throws(() => addLimit(hall, at('2026-12-31T16:30:00'), { value: 1, unit: 'WORKING_HOUR' }), Refusal)
  // 28-31 December make 4 (25 is the trigger), 1 January is taken for a working Friday: 5, 4-8 make 10.
  assert.deepEqual(addWorkingDays(provisional, '2026-12-25', 10), { day: '2027-01-08', provisional: true })
  assert.equal(addWorkingDays(provisional, '2026-12-25', 4).provisional, false)
  assert.equal(workingDaysBetween(provisional, '2026-12-25', '2027-01-08').provisional, true)
  assert.equal(dueDay(provisional, '2026-12-04', { value: 1, unit: 'MONTH' }).provisional, true)
  assert.deepEqual(dueDay(provisional, '2026-12-02', { value: 1, unit: 'MONTH' }), {
    day: '2027-01-04',
    provisional: true,
    moved: { rule: 'T-03', from: '2027-01-02', why: 'weekend', statutory: false },
  })
})

test('a limit beyond what anyone can mean is refused', () => {
  assert.throws(() => addWorkingDays(provisional, '2026-01-01', 100_001), (error) => error instanceof Refusal && error.code === 'time.limit-out-of-range')
  assert.throws(() => addWorkingDays(provisional, '2026-01-01', 1.5), Refusal)
  assert.equal(addWorkingDays(provisional, '2026-01-01', 100_000).provisional, true)
  assert.throws(() => addLimit(calendar, at('2026-01-01T00:00:00'), { value: 100_000, unit: 'YEAR' }), (error) => error instanceof Refusal && error.code === 'time.day-out-of-range')
})

test('a limit of zero exists in working days only', () => {
  assert.equal(TimeLimit.safeParse({ value: 0, unit: 'WORKING_DAY' }).success, true)
  assert.equal(TimeLimit.safeParse({ value: 0, unit: 'HOUR' }).success, false)
  assert.equal(TimeLimit.safeParse({ value: -1, unit: 'WORKING_DAY' }).success, false)
})
