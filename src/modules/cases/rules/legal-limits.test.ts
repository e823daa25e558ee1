import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSettings } from '../settings.ts'
import { decisionLimit } from './clocks.ts'
import { applied, legalLimits } from './legal-limits.ts'

const days = (value: number): { readonly value: number; readonly unit: 'WORKING_DAY' } => ({ value, unit: 'WORKING_DAY' })
const today = new Date('2026-09-07T09:00:00+08:00')

test('C-04 the limit is that of the law of the day of acceptance, and no case is accepted under a law that did not stand yet', () => {
  const permit = { itemType: '01', statutoryLimit: null, statutoryExtension: null, promisedLimit: days(5), legalBasis: [], marks: {}, joint: false } as unknown as Parameters<typeof decisionLimit>[0]
  assert.deepEqual(decisionLimit(permit, caseSettings.defaults, today)?.limit, days(20))
  assert.throws(() => decisionLimit(permit, caseSettings.defaults, new Date('2004-06-30T09:00:00+08:00')), { code: 'time.limit-not-in-force' })
  assert.deepEqual(decisionLimit(permit, caseSettings.defaults, new Date('2004-07-01T09:00:00+08:00'))?.limit, days(20))
})

test('where the city gives less than the law, its days count and both are named; more than the law it cannot give', () => {
  assert.deepEqual(applied('decision', days(12), today), { limit: days(12), legalReference: '《行政许可法》第四十二条第一款（法定20个工作日以内，本地规定12个工作日）' })
  assert.deepEqual(applied('decision', days(25), today), { limit: days(20), legalReference: '《行政许可法》第四十二条第一款' })
})

test('the bounds of the local rules are those of the laws in force', () => {
  assert.deepEqual(Object.fromEntries(Object.entries(legalLimits).map(([name, { value }]) => [name, value])), { acceptanceNotice: 5, decision: 20, decisionExtension: 10, jointDecision: 45, jointExtension: 15, preExamination: 20, delivery: 10, renewalNotice: 30 })
})
