import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#kernel/ids/new-id.ts'
import { newQueryCode } from '#kernel/matter/query-code.ts'
import { randomness, seededRandomness, systemRandomness, withRandomness } from './randomness.ts'

test('the same seed gives the same bytes, another seed others', () => {
  const bytes = (seed: string): string => seededRandomness(seed).bytes(64).toString('hex')
  assert.equal(bytes('1:case:7'), bytes('1:case:7'))
  assert.notEqual(bytes('1:case:7'), bytes('1:case:8'))
})

test('a drawn number lies below its bound', () => {
  fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 1_000_000 }), (seed, bound) => {
    const drawn = seededRandomness(seed).below(bound)
    return Number.isInteger(drawn) && drawn >= 0 && drawn < bound
  }))
})

test('ids and query codes of a seeded call repeat, whatever runs beside it', async () => {
  const call = (): Promise<readonly string[]> =>
    withRandomness(seededRandomness('a city'), async () => {
      const first = newId(1_514_764_800_000)
      await Promise.resolve()
      return [first, newId(1_514_764_800_000), newQueryCode()]
    })
  const [one, , other] = await Promise.all([call(), Promise.resolve(newId(1_514_764_800_001)), call()])
  assert.deepEqual(one, other)
  assert.ok((one?.[0] ?? '') < (one?.[1] ?? ''))
})

test('the system gives as many bytes as were asked for, and never the same twice', () => {
  const given = Array.from({ length: 3_000 }, (_, index) => systemRandomness.bytes([4, 12, 16, 32][index % 4] ?? 16))
  assert.deepEqual(given.slice(0, 4).map(({ length }) => length), [4, 12, 16, 32])
  const long = given.filter(({ length }) => length > 4).map((bytes) => bytes.toString('hex'))
  assert.equal(new Set(long).size, long.length)
  assert.ok(given.every((bytes) => bytes.some((byte) => byte !== 0) || bytes.length === 4))
})

test('outside a seeded call the source is the system', () => {
  assert.equal(randomness(), systemRandomness)
  withRandomness(seededRandomness('x'), () => assert.notEqual(randomness(), systemRandomness))
  assert.equal(randomness(), systemRandomness)
})
