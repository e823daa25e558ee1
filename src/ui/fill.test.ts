import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill } from './fill.ts'

test('a text takes its values, also the same one twice', () => {
  assert.equal(fill('{city}政务服务，{city}第{number}号', { city: '花都', number: 7 }), '花都政务服务，花都第7号')
})

test('a value that is missing is a fault, not an empty place on the page', () => {
  assert.throws(() => fill('共{count}件', {}), /\{count\}/)
})

test('an English noun stands in the singular behind one, and in the plural behind every other number', () => {
  const said = (count: number | string): string => fill('{count} working {count:day|days}', { count })
  assert.deepEqual([said(1), said('1'), said(0), said(1.5), said(20)], ['1 working day', '1 working day', '0 working days', '1.5 working days', '20 working days'])
  assert.equal(fill('There {count:is|are} {count} {count:problem|problems}', { count: 1 }), 'There is 1 problem')
  assert.throws(() => fill('{count:day|days}', {}), /\{count\}/)
})
