import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { qrPath } from './qr-path.ts'

test('neighbouring dark modules of a row are one rectangle', () => {
  assert.equal(qrPath([[true, true, false, true]]), 'M0 0h2v1h-2zM3 0h1v1h-1z')
})

test('the path covers exactly the dark modules of any matrix', () => {
  const matrices = fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(matrices, (matrix) => {
      const covered = [...qrPath(matrix).matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, length]) => Array.from({ length: Number(length) }, (_, step) => `${Number(x) + step},${y}`))
      const dark = matrix.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])))
      assert.deepEqual(covered, dark)
    }),
  )
})
