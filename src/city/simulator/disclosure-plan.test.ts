import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { planRequest } from './disclosure-plan.ts'
import { unitsWithBoth } from './official-year.ts'

const calendar = new WorkingCalendar({ version: '0', arrangements: publishedArrangements, mode: 'provisional' })
const setting = { seed: '1', calendar, units: unitsWithBoth('disclosureOfficer', 'disclosureHead') }
const plans = Array.from({ length: 52 }, (_, index) => planRequest(setting, index, '2018-02-03'))

test('O-07 O-08 fifty-two applications hold every way in and every kind of answer', () => {
  assert.equal(new Set(plans.map(({ channel }) => channel)).size, 6)
  assert.equal(new Set(plans.map(({ answer }) => answer)).size, 9)
  for (const kind of ['askClear', 'consult', 'opinion', 'extend', 'demandFee', 'pay', 'waive', 'returnDraft', 'fileReview', 'withdraw'] as const) assert.ok(plans.some(({ steps }) => steps.some((step) => step.kind === kind)), kind)
})

test('O-15 who repeats an application asks the same unit for the same record as the applicant of one that was answered', () => {
  const repeated = plans.filter(({ repeats }) => repeats !== undefined)
  assert.equal(repeated.length, 4)
  for (const { repeats, applicant, unitId, record } of repeated) {
    const earlier = plans[repeats ?? -1]
    assert.deepEqual([earlier?.applicant, earlier?.unitId, earlier?.record], [applicant, unitId, record])
    assert.ok(earlier?.steps.some(({ kind }) => kind === 'issue'))
  }
})

test('the steps of an application follow each other, and nobody comes to a window on a free day', () => {
  for (const { at, steps, channel } of plans) {
    const instants = [at, ...steps.map((step) => step.at)].map((instant) => instant.getTime())
    assert.deepEqual(instants, instants.toSorted((one, other) => one - other))
    if (channel !== 'online') assert.ok(at >= new Date('2018-02-05T00:00:00+08:00'))
  }
})
