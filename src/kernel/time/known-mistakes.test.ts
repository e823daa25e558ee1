import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import { publishedArrangements } from './published-arrangements.ts'
import { arm, changedDueDates, dueOf, handOver, isOverdue, remaining, resume, stop, usedOf, wait } from './timer.ts'
import type { ArmInput, Timer } from './timer.ts'

// Mistakes that users of other systems reported, each as the test that would have caught it.

const calendar = new WorkingCalendar({ version: '1', arrangements: publishedArrangements, mode: 'provisional' })
const unit = { kind: 'unit', id: 'u' } as const

function at(text: string): Date {
  return new Date(`${text}+08:00`)
}

function permit(changes: Partial<ArmInput> = {}): Timer {
  return must(arm({ id: 't', purpose: 'legal', name: 'decision', budget: { value: 20, unit: 'WORKING_DAY' }, anchorAt: at('2025-06-09T10:00'), party: unit, ...changes }))
}

test('C-09 thirty days stopped and resumed leave the remaining working days as they were', () => {
  const before = remaining(permit(), calendar, at('2025-06-16T18:00'))
  const stopped = must(stop(permit(), calendar, { at: at('2025-06-17T09:00'), cause: 'testing', party: { kind: 'intermediary' } }))
  const resumed = must(resume(stopped, { at: at('2025-07-17T09:00'), party: unit }))
  assert.equal(remaining(stopped, calendar, at('2025-07-01T09:00')), before)
  // The day of resuming counts: the day before it nothing more was used than before the stop.
  assert.equal(remaining(resumed, calendar, at('2025-07-17T09:00')), before - 1)
  assert.equal(dueOf(resumed, calendar).dueDay, '2025-08-06')
})

test('T-16 a holiday declared mid-case moves the open clock, and beyond the published year a date is provisional', () => {
  const declared = new WorkingCalendar({ version: '2', arrangements: publishedArrangements, closures: [{ from: '2025-06-24', to: '2025-06-25', name: '台风', source: '令' }] })
  const [moved] = changedDueDates([permit()], calendar, declared)
  assert.deepEqual([moved?.before?.dueDay, moved?.after.dueDay, moved?.after.calendarVersion], ['2025-07-07', '2025-07-09', '2'])
  assert.equal(dueOf(permit({ anchorAt: at('2026-12-21T10:00') }), calendar).provisional, true)
})

test('exactly nothing left is the same on every way to ask: used equals the budget, nothing remains, not overdue', () => {
  const lastMoment = at('2025-07-08T00:00')
  assert.equal(isOverdue(permit(), calendar, lastMoment), false)
  const usage = usedOf(permit(), calendar, at('2025-07-07T23:59'))
  assert.deepEqual([usage.used, usage.remaining, usage.share], [20, 0, 1])
  assert.equal(remaining(permit(), calendar, at('2025-07-07T23:59')), 0)
  assert.equal(isOverdue(permit(), calendar, new Date(lastMoment.getTime() + 1)), true)
})

test('a missing or empty limit starts no clock, least of all one of a day', () => {
  for (const budget of [{ value: 0, unit: 'CALENDAR_DAY' }, { value: 0, unit: 'HOUR' }, { value: -1, unit: 'WORKING_DAY' }, { value: 1.5, unit: 'WORKING_DAY' }, { value: Number.NaN, unit: 'WORKING_DAY' }] as const) {
    const armed = arm({ id: 't', purpose: 'legal', name: 'n', budget, anchorAt: at('2025-06-09T10:00'), party: unit })
    assert.equal(armed.ok ? undefined : armed.refusal.code, 'time.limit-out-of-range')
  }
})

test('a clock survives the return to an earlier step: it runs on for the other unit, due as before', () => {
  const returned = must(handOver(must(handOver(permit(), { at: at('2025-06-12T10:00'), party: { kind: 'unit', id: 'v' } })), { at: at('2025-06-16T10:00'), party: unit }))
  assert.equal(dueOf(returned, calendar).dueDay, dueOf(permit(), calendar).dueDay)
  assert.equal(usedOf(returned, calendar, at('2025-06-20T10:00')).used, usedOf(permit(), calendar, at('2025-06-20T10:00')).used)
})

test('one working day is not 24 working hours', () => {
  const hall = new WorkingCalendar({ version: 'h', arrangements: publishedArrangements, officeHours: [{ opensAt: '09:00', closesAt: '17:00' }] })
  assert.equal(dueOf(permit({ budget: { value: 1, unit: 'WORKING_DAY' } }), hall).dueDay, '2025-06-10')
  assert.equal(dueOf(permit({ budget: { value: 24, unit: 'WORKING_HOUR' } }), hall).dueDay, '2025-06-12')
})

test('asking the applicant moves the date only where a rule says so: a wait is counted, a stop is not', () => {
  const asked = { at: at('2025-06-16T09:00'), cause: 'supplement', party: { kind: 'applicant' } } as const
  const waited = must(resume(must(wait(permit(), asked)), { at: at('2025-06-23T09:00'), party: unit }))
  assert.equal(dueOf(waited, calendar).dueDay, '2025-07-07')
  const stopped = must(resume(must(stop(permit(), calendar, { ...asked, legalReference: '《政府信息公开条例》第三十条' })), { at: at('2025-06-23T09:00'), party: unit }))
  assert.equal(dueOf(stopped, calendar).dueDay, '2025-07-14')
})
