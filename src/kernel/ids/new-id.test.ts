import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from './new-id.ts'

const at = Date.UTC(2024, 5, 3)

test('an id is a UUID of version 7 that begins with its millisecond', () => {
  const id = newId(at)
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), at)
})

test('ids made later in the process sort later, whatever the clock does', () => {
  let previous = newId(at)
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (drift) => {
      const next = newId(at + drift)
      assert.ok(next > previous, `${next} does not come after ${previous}`)
      previous = next
    }),
    { numRuns: 5_000 },
  )
})
