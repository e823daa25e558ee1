import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixedClock } from '#kernel/time/clock-source.ts'
import { officeSchedule } from './schedule.ts'

/** Whether a line is due at an instant, asked as Graphile Worker asks: by the parts of the minute in UTC. */
function isDue(line: string, instant: string): boolean {
  const at = new Date(instant)
  const digest = { min: at.getUTCMinutes(), hour: at.getUTCHours(), date: at.getUTCDate(), month: at.getUTCMonth() + 1, dow: at.getUTCDay() }
  return officeSchedule(line, fixedClock(at))(digest)
}

test('what is to happen at half past nine happens at half past nine in the office, not in Greenwich', () => {
  assert.equal(isDue('30 9 * * *', '2026-09-07T09:30:00+08:00'), true)
  assert.equal(isDue('30 9 * * *', '2026-09-07T09:30:00Z'), false)
})

test('shortly after midnight belongs to the new day, week and month of the office', () => {
  assert.equal(isDue('5 0 * * 1', '2026-09-07T00:05:00+08:00'), true, 'a Monday here, still Sunday in Greenwich')
  assert.equal(isDue('5 0 1 * *', '2026-10-01T00:05:00+08:00'), true)
  assert.equal(isDue('5 0 1 1 *', '2027-01-01T00:05:00+08:00'), true)
  assert.equal(isDue('5 0 29 2 *', '2028-02-29T00:05:00+08:00'), true)
  assert.equal(isDue('5 0 1 3 *', '2028-02-29T00:05:00+08:00'), false)
})

test('a line that is no crontab line is a fault at the start, not a job that never runs', () => {
  assert.throws(() => officeSchedule('every morning'))
})
