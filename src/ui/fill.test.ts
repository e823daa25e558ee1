import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill } from './fill.ts'

test('a text takes its values, also the same one twice', () => {
  assert.equal(fill('{city}政务服务，{city}第{number}号', { city: '花都', number: 7 }), '花都政务服务，花都第7号')
})

test('a value that is missing is a fault, not an empty place on the page', () => {
  assert.throws(() => fill('共{count}件', {}), /\{count\}/)
})
