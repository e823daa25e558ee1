import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOfficeHours, readTime, usualHours } from './calculator-hours.ts'

test('office hours are read as people type them, and nonsense is not', () => {
  assert.deepEqual(readOfficeHours(usualHours), [{ opensAt: '09:00', closesAt: '12:00' }, { opensAt: '13:00', closesAt: '17:00' }])
  assert.deepEqual(readOfficeHours('8：30—12：00，14:00至18:00'), [{ opensAt: '08:30', closesAt: '12:00' }, { opensAt: '14:00', closesAt: '18:00' }])
  for (const nonsense of ['', '全天', '17:00-09:00', '09:00-12:00 11:00-17:00', '09:00', '25:00-26:00']) assert.equal(readOfficeHours(nonsense), undefined, nonsense)
})

test('a time of day may leave out its leading zero', () => {
  assert.deepEqual([readTime('9:05'), readTime('16：30'), readTime('24:00'), readTime('noon')], ['09:05', '16:30', undefined, undefined])
})
