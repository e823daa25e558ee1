import assert from 'node:assert/strict'
import { test } from 'node:test'
import { overloadOf } from './load-shedding.ts'

function aQueue() {
  let [length, elapsed] = [0, 0]
  const isOverloaded = overloadOf({ waiting: () => length, mostWaiting: 10, monotonic: () => elapsed })
  return (waiting: number, afterMs: number): boolean => {
    length = waiting
    elapsed += afterMs
    return isOverloaded()
  }
}

test('a crowd that comes at once and is gone within half a second is served', () => {
  const look = aQueue()
  assert.deepEqual([look(150, 0), look(90, 200), look(30, 200), look(9, 99), look(150, 100)], [false, false, false, false, false])
})

test('of a crowd that is too great to be gone in a moment the rest is turned away at once', () => {
  const look = aQueue()
  assert.deepEqual([look(159, 0), look(160, 1), look(159, 1)], [false, true, false])
})

test('a queue that stays long turns the next away, and lets in as many as make it no longer', () => {
  const look = aQueue()
  look(40, 0)
  assert.equal(look(40, 500), true)
  assert.deepEqual([look(9, 1), look(10, 1), look(9, 1)], [false, true, false])
})

test('after an overload another crowd is let in only when it was calm for two seconds', () => {
  const look = aQueue()
  look(40, 0)
  look(40, 500)
  look(5, 100)
  assert.equal(look(40, 1_000), true)
  look(5, 100)
  look(5, 2_000)
  assert.equal(look(40, 100), false)
})
