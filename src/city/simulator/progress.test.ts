import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Progress, progressLine } from './progress.ts'

const whole: Progress = { day: '2018-02-19', daysDone: 50, daysPlanned: 100, daysInRun: 50, begun: { cases: 599, orders: 523 }, acts: 3_000, elapsedMs: 300_000 }

test('a city that is lived in one go has as much time left as it took for the same number of days', () => {
  assert.equal(progressLine(whole), '████████████░░░░░░░░░░░░  50 %  2018-02-19  cases 599, orders 523  acts 3000  10 acts/s left 5:00')
})

test('a city that goes on has its time left by the days lived since, not by those before the stop', () => {
  assert.equal(progressLine({ ...whole, daysInRun: 5, acts: 300, elapsedMs: 30_000 }), '████████████░░░░░░░░░░░░  50 %  2018-02-19  cases 599, orders 523  acts 300  10 acts/s left 5:00')
})

test('after the last day no time is left', () => {
  assert.match(progressLine({ ...whole, daysDone: 100, daysInRun: 1 }), /^█{24} 100 % .* left 0:00$/)
})
