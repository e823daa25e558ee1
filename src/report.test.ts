import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodOf } from './report.ts'

test('a period is named by its first and last month, or by its year', () => {
  assert.deepEqual(periodOf('2018-01..2018-05'), { from: '2018-01-01', to: '2018-05-31' })
  assert.deepEqual(periodOf('2018'), { from: '2018-01-01', to: '2018-12-31' })
  for (const text of ['', '18', '2018-01', '2018..2019']) assert.throws(() => periodOf(text), /a period looks like/, text)
})
