import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeLines } from './time-shares.ts'

const day = 86_400_000

test('an account of time names units by their names and everybody else by what they are, with the part of the working time', () => {
  const shares = [{ party: { kind: 'unit', id: 'housing' }, ms: 3 * day }, { party: { kind: 'applicant' }, ms: 0.5 * day }, { party: { kind: 'unit', id: 'closed-unit' }, ms: 0.5 * day }, { party: { kind: 'payment' }, ms: 0 }, { party: { kind: 'nobody' }, ms: 2 * day }] as const
  assert.deepEqual(timeLines(shares, { housing: '住房建设局' }), [
    { who: '住房建设局', time: '3个工作日', percent: 75 },
    { who: '申请人', time: '0.5个工作日', percent: 13 },
    { who: '承办单位', time: '0.5个工作日', percent: 13 },
    { who: '非工作时间', time: '2日', percent: undefined },
  ])
})

test('where nobody has had any time yet there is nothing to tell', () => {
  assert.deepEqual(timeLines([{ party: { kind: 'nobody' }, ms: 0 }], {}), [])
})
