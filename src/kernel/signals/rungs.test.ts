import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { must } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { arm, dueOf, isOverdue, resume, satisfy, stop, type Timer, usedOf } from '#kernel/time/timer.ts'
import { Rungs, rungsOf, shippedRungs } from './rungs.ts'

const calendar = new WorkingCalendar({ version: '0', arrangements: publishedArrangements, mode: 'provisional' })
const party = { kind: 'unit', id: 'u' } as const

function at(text: string): Date {
  return new Date(`${text}+08:00`)
}

function promise(value: number, unit: Timer['budget']['unit'] = 'WORKING_DAY', anchor = '2025-06-09T10:00'): Timer {
  return must(arm({ id: 't', purpose: 'promised', name: 'promised-decision', budget: { value, unit }, anchorAt: at(anchor), party }))
}

function reached(timer: Timer): readonly (readonly [string, Date])[] {
  return rungsOf(timer, calendar, shippedRungs).map(({ rung, at: instant }) => [rung.name, instant] as const)
}

test('S-01 a promise of ten working days is yellow from the ninth day and red from the eleventh; the reminder comes one working day before the due day', () => {
  // Accepted on Monday 9 June 2025; the tenth working day is Monday 23 June.
  assert.deepEqual(reached(promise(10)), [
    ['reminder', at('2025-06-20T00:00')],
    ['yellow', at('2025-06-20T00:00')],
    ['red', new Date(at('2025-06-24T00:00').getTime() + 1)],
  ])
})

test('S-01 exactly nothing left is not over: at the due instant itself there is no red signal, a millisecond later there is', () => {
  const timer = promise(10)
  const due = dueOf(timer, calendar)
  const red = reached(timer).at(-1)?.[1] as Date
  assert.equal(isOverdue(timer, calendar, due.dueAt as Date), false)
  assert.equal(red.getTime() - (due.dueAt as Date).getTime(), 1)
  assert.equal(isOverdue(timer, calendar, red), true)
})

test('S-01 time of a stop is left out: the rungs move by its working days, and there are none while it is open', () => {
  const stopped = must(stop(promise(10), calendar, { at: at('2025-06-11T09:00'), cause: 'testing', party: { kind: 'intermediary' } }))
  assert.deepEqual(reached(stopped), [])
  const resumed = must(resume(stopped, { at: at('2025-06-18T09:00'), party }))
  assert.deepEqual(reached(resumed).map(([name, instant]) => [name, instant.toISOString()]), [
    ['reminder', at('2025-06-27T00:00').toISOString()],
    ['yellow', at('2025-06-27T00:00').toISOString()],
    ['red', new Date(at('2025-07-01T00:00').getTime() + 1).toISOString()],
  ])
})

test('S-02 a clock that has ended reaches no rung any more', () => {
  assert.deepEqual(reached(must(satisfy(promise(10), at('2025-06-12T10:00')))), [])
})

test('a rung before the clock began is reached when it begins; a promise on the spot is yellow and reminded at once', () => {
  const spot = promise(0)
  assert.deepEqual(reached(spot).slice(0, 2).map(([, instant]) => instant), [spot.anchorAt, spot.anchorAt])
})

test('S-01 what the law gives is warned of as a promise is, what the office set itself is red when it is over, and of the applicant’s own time nobody is warned', () => {
  const of = (purpose: Timer['purpose'], kind: 'unit' | 'applicant') => must(arm({ id: 't', purpose, name: 'n', budget: { value: 10, unit: 'WORKING_DAY' }, anchorAt: at('2025-06-09T10:00'), party: { kind } }))
  assert.deepEqual(reached(of('legal', 'unit')), reached(promise(10)))
  assert.deepEqual(reached(of('internal', 'unit')), reached(promise(10)).slice(-1))
  for (const purpose of ['legal', 'internal'] as const) assert.deepEqual(reached(of(purpose, 'applicant')), [])
})

test('S-01 of a limit of the law that ends on the day it begins nobody is warned as it begins: it is red when it is over', () => {
  const atOnce = must(arm({ id: 't', purpose: 'legal', name: 'n', budget: { value: 0, unit: 'WORKING_DAY' }, anchorAt: at('2025-06-09T10:00'), party: { kind: 'unit' } }))
  assert.deepEqual(reached(atOnce), [['red', new Date(at('2025-06-10T00:00').getTime() + 1)]])
})

test('a rung of another purpose does not concern the clock, and a rung may stand after the due day', () => {
  const rungs: Rungs = [{ name: 'red', of: 'legal', at: 'over', kept: true }, { name: 'yellow', of: 'promised', at: { workingDays: 2 }, kept: false }]
  assert.deepEqual(rungsOf(promise(10), calendar, rungs).map(({ rung, at: instant }) => [rung.name, instant]), [['yellow', at('2025-06-25T00:00')]])
  assert.equal(Rungs.safeParse([...rungs, rungs[0]]).success, false)
})

test('promises in hours are yellow at nine tenths of the hours', () => {
  assert.deepEqual(reached(promise(10, 'HOUR'))[1], ['yellow', at('2025-06-09T19:00')])
  const hall = new WorkingCalendar({ version: 'h', arrangements: publishedArrangements, officeHours: [{ opensAt: '09:00', closesAt: '17:00' }] })
  assert.deepEqual(rungsOf(promise(10, 'WORKING_HOUR'), hall, shippedRungs).find(({ rung }) => rung.name === 'yellow')?.at, at('2025-06-10T11:00'))
})

test('S-01 whatever the promise, the instant of yellow is the first at which nine tenths are used', () => {
  const anchor = fc.integer({ min: Date.UTC(2024, 0, 2) / 60_000, max: Date.UTC(2025, 10, 1) / 60_000 })
  const unit = fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), unit, anchor, (value, budgetUnit, minute) => {
      const timer = must(arm({ id: 't', purpose: 'promised', name: 'n', budget: { value, unit: budgetUnit }, anchorAt: new Date(minute * 60_000), party }))
      const yellow = reached(timer).find(([name]) => name === 'yellow')?.[1] as Date
      assert.ok(usedOf(timer, calendar, yellow).share >= 0.9 - 1e-9)
      assert.ok(usedOf(timer, calendar, new Date(yellow.getTime() - 1)).share < 0.9 - 1e-9)
    }),
    { numRuns: 2_000 },
  )
})
