import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastDayWords } from './last-day.ts'

test('a limit that ends with midnight ends on the day before, also over the turn of the year', () => {
  assert.equal(lastDayWords('2027-01-01T00:00:00+08:00'), '2026年12月31日')
  assert.equal(lastDayWords('2026-09-15T00:00:00+08:00'), '2026年9月14日')
})

test('a limit in hours ends at its instant', () => {
  assert.equal(lastDayWords('2026-09-15T10:30:00+08:00'), '9月15日 10:30')
})
