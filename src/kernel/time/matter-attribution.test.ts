import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import { attributeMatter } from './matter-attribution.ts'
import { publishedArrangements } from './published-arrangements.ts'
import { arm, resume, satisfy, stop, type Timer, wait } from './timer.ts'

const calendar = new WorkingCalendar({ version: 'h', arrangements: publishedArrangements, officeHours: [{ opensAt: '09:00', closesAt: '17:00' }] })
const unit = { kind: 'unit', id: 'u' } as const
const hour = 3_600_000

function at(text: string): Date {
  return new Date(`${text}+08:00`)
}

function clock(purpose: Timer['purpose'], anchor: string, party: Timer['segments'][number]['party'] = unit): Timer {
  return must(arm({ id: purpose, purpose, name: purpose, budget: { value: 20, unit: 'WORKING_DAY' }, anchorAt: at(anchor), party }))
}

test('every minute of a matter belongs to exactly one party, though two clocks run side by side', () => {
  const pause = { at: at('2025-06-11T09:00'), cause: 'testing', party: { kind: 'intermediary' } } as const
  const clocks = (['legal', 'promised'] as const).map((purpose) => must(resume(must(stop(clock(purpose, '2025-06-09T10:00'), calendar, pause)), { at: at('2025-06-13T09:00'), party: unit })))
  const span = { from: at('2025-06-09T09:00'), to: at('2025-06-16T12:00') }
  const { wallMs, shares, provisional } = attributeMatter(clocks, calendar, span)
  // Unit: Monday 7 h, Tuesday 8, Friday 8, next Monday 3. Testing: Wednesday and Thursday. The hour before the clocks began is nobody's.
  assert.deepEqual(shares.slice(0, -1), [{ party: unit, ms: 26 * hour }, { party: { kind: 'intermediary' }, ms: 16 * hour }])
  assert.equal(shares.reduce((sum, share) => sum + share.ms, 0), wallMs)
  assert.deepEqual([wallMs, provisional], [span.to.getTime() - span.from.getTime(), false])
})

test('a pause goes before a running clock, the legal clock before the internal one, and what began last before the rest', () => {
  const waiting = must(wait(clock('internal', '2025-06-09T09:00'), { at: at('2025-06-10T09:00'), cause: 'payment', party: { kind: 'payment' } }))
  const own = { from: at('2025-06-09T09:00'), to: at('2025-06-10T17:00') }
  const { shares } = attributeMatter([clock('legal', '2025-06-09T09:00'), waiting], calendar, own)
  assert.deepEqual(shares.slice(0, 2), [{ party: unit, ms: 8 * hour }, { party: { kind: 'payment' }, ms: 8 * hour }])
  const stage = clock('internal', '2025-06-09T09:00', { kind: 'unit', id: 'v' })
  assert.deepEqual(attributeMatter([stage, clock('legal', '2025-06-09T09:00')], calendar, own).shares[0], { party: unit, ms: 16 * hour })
  const later = clock('legal', '2025-06-10T09:00', { kind: 'unit', id: 'w' })
  assert.deepEqual(attributeMatter([clock('legal', '2025-06-09T09:00'), later], calendar, own).shares.slice(0, 2).map(({ party }) => party), [unit, { kind: 'unit', id: 'w' }])
})

test('after the last clock has ended the time is nobody\'s, and a matter without clocks is nobody\'s altogether', () => {
  const done = must(satisfy(clock('legal', '2025-06-09T09:00'), at('2025-06-09T17:00')))
  const span = { from: at('2025-06-09T09:00'), to: at('2025-06-12T09:00') }
  assert.deepEqual(attributeMatter([done], calendar, span).shares, [{ party: unit, ms: 8 * hour }, { party: { kind: 'nobody' }, ms: 64 * hour }])
  assert.deepEqual(attributeMatter([], calendar, span).shares, [{ party: { kind: 'nobody' }, ms: 72 * hour }])
})
