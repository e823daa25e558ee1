import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { windowOf, yearBefore } from './period.ts'
import { percentText, pointsText } from './value-text.ts'

test('the percentages of the reports come out as printed where the reports are consistent', () => {
  assert.equal(percentText(333, 1304, 1), '25.5%')
  assert.equal(percentText(29_928 - 27_510, 27_510, 2), '8.79%')
  assert.equal(percentText(26, 52, 0), '50%')
  assert.equal(percentText(1793, 1873, 2), '95.73%')
})

test('KPI 42 the transfer success rate of S003 is 78.11 % of the transfers and 66.68 % of the calls, not 91.35 %', () => {
  assert.equal(percentText(1873, 2398, 2), '78.11%')
  assert.equal(percentText(1873, 2809, 2), '66.68%')
})

test('half of the last place is rounded away from zero, and nothing is called minus zero', () => {
  assert.equal(percentText(1, 800, 2), '0.13%')
  assert.equal(percentText(-1, 800, 2), '-0.13%')
  assert.equal(percentText(-1, 1_000_000, 2), '0.00%')
})

test('a share of a hundred thousandth part differs from the exact one by at most half of the last place', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }), (n, d, decimals) => {
    const shown = Number(percentText(n, d, decimals).slice(0, -1))
    return Math.abs(shown - (n * 100) / d) <= 0.5 / 10 ** decimals + 1e-6
  }))
})

test('a share of nothing is a fault, not zero', () => {
  assert.throws(() => percentText(1, 0, 2), RangeError)
})

test('without an instant to look back from, a period that is over is seen at its end, the current one now', () => {
  const now = new Date('2018-06-15T10:00:00+08:00')
  assert.equal(windowOf('2018-01-01', '2018-05-31', { now }).cutOff.toISOString(), '2018-05-31T15:59:59.999Z')
  assert.equal(windowOf('2018-06-01', '2018-06-30', { now }).cutOff, now)
})

test('the year before is seen from the same distance', () => {
  const window = windowOf('2018-02-01', '2018-02-28', { now: new Date('2018-06-15T10:00:00+08:00'), asOf: new Date('2018-03-03T00:00:00+08:00') })
  const before = yearBefore(window, '2018-02-01', '2018-02-28')
  assert.equal(before.cutOff.toISOString(), '2017-03-02T16:00:00.000Z')
  assert.equal(before.lastDay, '2017-02-28')
})

test('a rate that changed is compared in percentage points, never in percent of a percentage', () => {
  assert.equal(pointsText('98.60%', '98.1%'), '0.50')
  assert.equal(pointsText('95.00%', '100.00%'), '-5.00')
  assert.equal(pointsText('50%', '49%'), '1')
  assert.equal(pointsText('8.79%', '8.79%'), '0.00')
})
