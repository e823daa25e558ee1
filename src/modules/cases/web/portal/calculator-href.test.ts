import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShownTimer } from '../case-clock.ts'
import { calculatorHref } from './calculator-href.ts'

type Clock = Parameters<typeof calculatorHref>[0]

const first: ShownTimer['explanation'][number] = { day: '2026-09-07', counted: false, number: null, why: 'trigger-day', words: '', party: { kind: 'unit' }, provisional: false, name: null, source: null, cause: 'handling' }
const clock: Clock = { explanation: [first], budget: { value: 20, unit: 'WORKING_DAY' }, segments: [] }

test('whoever counts a matter again finds its first day and its limit filled in', () => {
  assert.equal(calculatorHref(clock), '/calculator?from=2026-09-07&value=20&unit=WORKING_DAY')
})

test('hours and limits on the spot are not counted in days, so the calculator is opened empty', () => {
  assert.equal(calculatorHref({ ...clock, budget: { value: 24, unit: 'HOUR' } }), '/calculator')
  assert.equal(calculatorHref({ ...clock, budget: { value: 0, unit: 'WORKING_DAY' } }), '/calculator')
})
