import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { WorkingCalendar } from './calendar.ts'
import { addCalendarDays, dayFromNumber, dayNumber } from './day.ts'
import type { Day } from './day.ts'
import { addWorkingDays, workingDaysBetween } from './limits.ts'
import { publishedArrangements } from './published-arrangements.ts'
import { addWorkingHours, workingMsBetween } from './working-hours.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const beyond = new WorkingCalendar({ version: 'p', arrangements: publishedArrangements, mode: 'provisional' })
const day = fc.integer({ min: dayNumber('2014-02-01'), max: dayNumber('2024-12-31') }).map(dayFromNumber)
const anyDay = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2080-01-01') }).map(dayFromNumber)
const count = fc.integer({ min: 0, max: 400 })

const off = new Set(publishedArrangements.flatMap((each) => each.offDays.map((named) => named.date)))
const worked = new Set(publishedArrangements.flatMap((each) => each.workedDays.map((named) => named.date)))

function isWorked(each: Day): boolean {
  const weekday = new Date(`${each}T00:00:00Z`).getUTCDay()
  return worked.has(each) || (weekday !== 0 && weekday !== 6 && !off.has(each))
}

/** The same arithmetic one day at a time, straight from the notices. */
function addNaively(from: Day, days: number): Day {
  let last = from
  for (let left = days; left > 0; ) {
    last = addCalendarDays(last, 1)
    if (isWorked(last)) left -= 1
  }
  return last
}

test('counting by search gives the same day as walking the calendar', () => {
  fc.assert(fc.property(day, count, (from, days) => assert.equal(addWorkingDays(calendar, from, days).day, addNaively(from, days))), { numRuns: 2000 })
})

test('T-15 the working days between a day and that day plus n working days are n', () => {
  fc.assert(fc.property(day, count, (from, n) => assert.equal(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, n).day).count, n)))
})

test('T-15 also backwards, and in years without an arrangement', () => {
  const signed = fc.integer({ min: -100_000, max: 100_000 })
  fc.assert(fc.property(anyDay, signed, (from, n) => assert.equal(workingDaysBetween(beyond, from, addWorkingDays(beyond, from, n).day).count, n)))
})

test('T-15 adding working days is monotone in the day and strictly in the number', () => {
  fc.assert(
    fc.property(day, day, count, (a, b, n) => {
      const [early, late] = a < b ? [a, b] : [b, a]
      assert.ok(addWorkingDays(calendar, early, n).day <= addWorkingDays(calendar, late, n).day)
      assert.ok(addWorkingDays(calendar, early, n).day < addWorkingDays(calendar, early, n + 1).day)
    }),
  )
})

test('working time added is working time passed, to the millisecond, whatever the office hours', () => {
  const hall = new WorkingCalendar({ version: 'h', arrangements: publishedArrangements, mode: 'provisional', officeHours: [{ opensAt: '08:30', closesAt: '12:00' }, { opensAt: '14:00', closesAt: '17:30' }] })
  const instant = fc.integer({ min: Date.UTC(2014, 1, 1), max: Date.UTC(2028, 0, 1) }).map((ms) => new Date(ms))
  fc.assert(
    fc.property(fc.constantFrom(hall, beyond), instant, fc.integer({ min: 0, max: 2_000_000_000 }), (each, from, ms) => {
      const end = addWorkingHours(each, from, ms).at
      assert.ok(end >= from)
      assert.equal(workingMsBetween(each, from, end).ms, ms)
      if (ms > 0) assert.equal(workingMsBetween(each, from, new Date(end.getTime() - 1)).ms, ms - 1)
    }),
  )
})
