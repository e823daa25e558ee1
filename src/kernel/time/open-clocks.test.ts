import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import { afterStep, allDropped, armUntil, clocksNamed } from './open-clocks.ts'
import { publishedArrangements } from './published-arrangements.ts'
import { arm, dueOf, endOf, type Timer } from './timer.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const begun = new Date('2026-09-07T09:00:00+08:00')
const later = new Date('2026-09-08T15:00:00+08:00')
const { openClock, done, dropped, passed } = clocksNamed<'answer' | 'pay'>()

function clock(id: string, name: 'answer' | 'pay'): Timer {
  return must(arm({ id, name, purpose: 'promised', budget: { value: 5, unit: 'WORKING_DAY' }, anchorAt: begun, party: { kind: 'unit', id: 'shichang-jianguan' } }))
}

test('of several clocks of one name the open one is meant, and a clock that has ended is touched no more', () => {
  const ended = done([clock('1', 'answer')], 'answer', later)
  const timers = [...ended, clock('2', 'answer'), clock('3', 'pay')]
  assert.equal(openClock(timers, 'answer')?.id, '2')
  assert.deepEqual(done(timers, ['answer', 'pay'], later).map(({ id, satisfiedAt }) => [id, satisfiedAt]), [['2', later], ['3', later]])
  assert.deepEqual(dropped(ended, 'answer', { at: later, reason: 'withdrawn' }), [])
})

test('a matter that ends early lets every clock that still runs fall away, with the reason', () => {
  const ended = done([clock('1', 'pay')], 'pay', later)
  const fallen = allDropped([...ended, clock('2', 'answer')], { at: later, reason: 'withdrawn' })
  assert.deepEqual(fallen.map(({ id, voidedAt, endReason }) => [id, voidedAt, endReason]), [['2', later, 'withdrawn']])
})

test('a clock that is handed on runs on the time of the other unit and stays due when it was', () => {
  const before = clock('1', 'answer')
  const [after] = passed([before], 'answer', { unitId: 'minzheng', at: later })
  assert.deepEqual(after?.segments.at(-1)?.party, { kind: 'unit', id: 'minzheng' })
  assert.deepEqual(dueOf(after ?? assert.fail(), calendar), dueOf(before, calendar))
})

test('after a step a changed clock stands in the place of what it was, beside those that the step began', () => {
  const [finished] = done([clock('1', 'answer')], 'answer', later)
  const timers = afterStep([clock('1', 'answer'), clock('2', 'pay')], [finished ?? assert.fail(), clock('3', 'answer')])
  assert.deepEqual(timers.map((timer) => [timer.id, endOf(timer) !== undefined]), [['2', false], ['1', true], ['3', false]])
})

test('G-05 a clock that another matter’s clock sets ends at that very instant, also one that is not on the hour', () => {
  const dueAt = new Date('2026-09-09T11:17:30+08:00')
  const timer = armUntil({ id: '1', name: 'answer', purpose: 'promised', at: begun, party: { kind: 'unit' } }, dueAt)
  const due = dueOf(timer, calendar)
  assert.deepEqual(due.stopped ? undefined : due.dueAt, dueAt)
})
