import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sideBySide } from './side-by-side.ts'

test('works that run side by side give their results in order', async () => {
  assert.deepEqual(await sideBySide([Promise.resolve(1), 'two', Promise.resolve(null)]), [1, 'two', null])
})

test('the first failure by order comes out, but only when all have ended', async () => {
  const slow = Promise.withResolvers<string>()
  let ended = false
  const all = sideBySide([slow.promise.then(() => (ended = true)), Promise.reject(new Error('first')), Promise.reject(new Error('second'))])
  slow.resolve('done')
  await assert.rejects(all, { message: 'first' })
  assert.ok(ended)
})
