import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayWords, dueInstantWords, instantWords, longDayWords } from './day-words.ts'
import { limitWords } from './limit-words.ts'

test('a day is said with its weekday, and in documents with its year', () => {
  assert.equal(dayWords('2026-10-10'), '10月10日 周六')
  assert.equal(dayWords('2026-10-11'), '10月11日 周日')
  assert.equal(longDayWords('2026-01-05'), '2026年1月5日')
})

test('an instant is said in the time of the office that it was written in', () => {
  assert.equal(instantWords('2026-09-14T08:05:00+08:00'), '9月14日 8:05')
})

test('a term that ends at midnight is told as the day that it ends with', () => {
  assert.equal(dueInstantWords('2026-09-09T00:00:00+08:00', false), '9月8日 周二')
  assert.equal(dueInstantWords('2026-09-09T17:30:00+08:00', false), '9月9日 17:30')
})

test('a limit of no working day means on the spot', () => {
  assert.equal(limitWords({ value: 5, unit: 'WORKING_DAY' }), '5个工作日')
  assert.equal(limitWords({ value: 0, unit: 'WORKING_DAY' }), '当场办结')
})
