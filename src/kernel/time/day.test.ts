import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fixedClock, settableClock } from './clock-source.ts'
import { Day, addCalendarDays, addMonths, dayFromNumber, dayNumber, dayOf, instantAtEndOf, instantAtStartOf, isDay, parseDay, weekday } from './day.ts'

test('a day that does not exist is refused', () => {
  for (const wrong of ['2023-02-29', '2023-13-01', '2023-1-1', '2023-01-01T00:00', '0999-01-01', '', 20230101]) assert.equal(isDay(wrong), false, String(wrong))
  assert.equal(isDay('2024-02-29'), true)
  assert.throws(() => parseDay('2023-02-30'), (error) => error instanceof Refusal && error.code === 'time.day-invalid')
  for (const wrong of ['2023-04-31', '0999-01-01', '2023-1-1']) assert.equal(Day.safeParse(wrong).success, false)
  assert.equal(Day.parse('2024-02-29'), '2024-02-29')
})

test('the schema of a day is a date in the published contract', () => {
  assert.equal(z.toJSONSchema(Day).format, 'date')
})

test('an instant belongs to the day it is in China', () => {
  assert.equal(dayOf(new Date('2018-04-27T15:59:59.999Z')), '2018-04-27')
  assert.equal(dayOf(new Date('2018-04-27T16:00:00Z')), '2018-04-28')
  assert.equal(instantAtStartOf('2018-04-28').toISOString(), '2018-04-27T16:00:00.000Z')
  assert.equal(instantAtEndOf('2018-04-28').toISOString(), '2018-04-28T16:00:00.000Z')
})

test('days know their weekday across the turn of the epoch and beyond leap days', () => {
  assert.equal(weekday('1969-12-31'), 3)
  assert.equal(weekday('2018-04-28'), 6)
  assert.equal(weekday('2024-02-29'), 4)
  assert.equal(addCalendarDays('2024-02-28', 2), '2024-03-01')
})

test('every day number gives back its day', () => {
  fc.assert(fc.property(fc.integer({ min: -300_000, max: 2_900_000 }), (number) => dayNumber(dayFromNumber(number)) === number))
  assert.throws(() => dayFromNumber(3_000_000), (error) => error instanceof Refusal && error.code === 'time.day-out-of-range')
})

test('T-05 a month ends on the corresponding day, or on the last day of a shorter month', () => {
  assert.equal(addMonths('2023-01-31', 1), '2023-02-28')
  assert.equal(addMonths('2024-01-31', 1), '2024-02-29')
  assert.equal(addMonths('2024-02-29', 12), '2025-02-28')
  assert.equal(addMonths('2023-11-30', 3), '2024-02-29')
  assert.equal(addMonths('2023-12-15', 1), '2024-01-15')
  assert.equal(addMonths('2024-03-31', -1), '2024-02-29')
})

test('a settable clock shows what it was told, and a fixed one cannot be changed through what it shows', () => {
  const clock = settableClock(new Date(1000))
  clock.advance(500)
  assert.equal(clock.now().getTime(), 1500)
  clock.set(new Date(7))
  assert.equal(clock.now().getTime(), 7)
  const fixed = fixedClock(new Date(1000))
  fixed.now().setTime(5)
  assert.equal(fixed.now().getTime(), 1000)
})
