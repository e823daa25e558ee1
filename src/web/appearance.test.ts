import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appearanceCookie, readAppearance, themes } from './appearance.ts'

test('a look that was kept is read again', () => {
  for (const theme of [undefined, ...themes]) {
    for (const mode of [undefined, 'elder'] as const) {
      const look = { ...(theme ? { theme } : {}), ...(mode ? { mode } : {}) }
      assert.deepEqual(readAppearance(`other=1; ${appearanceCookie(look).split(';')[0]}`), look)
    }
  }
})

test('a cookie that somebody wrote by hand changes nothing', () => {
  assert.deepEqual(readAppearance('yimen_look="><script>.x'), {})
  assert.deepEqual(readAppearance('not_yimen_look=dark.elder'), {})
  assert.deepEqual(readAppearance(null), {})
})
