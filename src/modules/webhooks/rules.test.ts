import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeOf, pauseMs, stateOf } from './rules.ts'

test('the pause after failed tries doubles from a minute to an hour and never ends the trying', () => {
  assert.deepEqual([1, 2, 3, 6, 7, 8, 500].map((failures) => pauseMs(failures) / 60_000), [1, 2, 4, 32, 60, 60, 60])
})

test('an answer of trouble pauses the receiver, any other no concerns this message alone', () => {
  assert.deepEqual([200, 204, 299].map((status) => outcomeOf(status).kind), ['delivered', 'delivered', 'delivered'])
  assert.deepEqual([500, 503, 408, 429].map((status) => outcomeOf(status).kind), ['away', 'away', 'away', 'away'])
  assert.deepEqual([301, 400, 404, 410].map((status) => outcomeOf(status)), [301, 400, 404, 410].map((status) => ({ kind: 'refused', why: `status-${status}` })))
})

test('a subscription that was stopped is called stopped whatever waits', () => {
  assert.equal(stateOf({ stoppedAt: new Date(0), failures: 3, waiting: 5 }), 'stopped')
  assert.deepEqual([stateOf({ stoppedAt: null, failures: 1, waiting: 5 }), stateOf({ stoppedAt: null, failures: 0, waiting: 5 }), stateOf({ stoppedAt: null, failures: 0, waiting: 0 })], ['failing', 'waiting', 'calm'])
})
