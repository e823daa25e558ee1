import assert from 'node:assert/strict'
import { test } from 'node:test'
import { median, ticketNumber, waitingMinutes } from './tickets.ts'

test('a number tells its kind and its place in the row of the day', () => {
  assert.deepEqual([ticketNumber('general', 7), ticketNumber('priority', 12), ticketNumber('general', 1000)], ['A007', 'Y012', 'A1000'])
})

test('minutes of waiting are whole and never negative', () => {
  const taken = new Date('2026-09-07T09:00:00+08:00')
  assert.equal(waitingMinutes(taken, new Date('2026-09-07T09:06:59+08:00')), 6)
  assert.equal(waitingMinutes(taken, new Date('2026-09-07T08:59:00+08:00')), 0)
})

test('the middle of the waiting times is one that somebody waited', () => {
  assert.equal(median([]), undefined)
  assert.equal(median([40, 3, 5]), 5)
  assert.equal(median([8, 2]), 2)
})
