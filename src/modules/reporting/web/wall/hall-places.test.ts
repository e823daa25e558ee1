import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hallPlaces } from './hall-places.ts'

const towns = [{ code: 'a', label: [100, 50] }, { code: 'b', label: [200, 90] }] as const
const halls = ['a', 'b', 'a', 'elsewhere', 'a', null].map((regionCode, at) => ({ id: at, regionCode }))

test('each hall of a town on the sketch has a place and the number of its row; a hall of no town and what came over the network have none', () => {
  assert.deepEqual(hallPlaces(towns, halls).map(({ hall, number }) => [hall.id, number]), [[0, 1], [1, 2], [2, 3], [4, 5]])
})

test('no hall covers another, and a hall alone in its row stands below the name of its town', () => {
  const places = hallPlaces(towns, halls)
  const apart = places.flatMap((one, at) => places.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)))
  assert.ok(Math.min(...apart) >= 20)
  assert.deepEqual(places.filter(({ hall }) => [1, 4].includes(hall.id)).map(({ x }) => x), [200, 100])
})
