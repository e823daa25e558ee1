import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import cells from '../../../../data/grid/cells.json' with { type: 'json' }
import frame from '../../../../data/grid/frame.json' with { type: 'json' }
import { geoOf, latticeOf, metresBetween } from '../frame.ts'
import { cellAt, contains, findPartitionFaults, type LatticePoint, middleOf, type Outline } from './partition.ts'

const shipped: readonly Outline[] = cells.map(({ id, ring }) => ({ id, ring: ring.map(([x = 0, y = 0]) => [x, y] as const) }))
const square = (id: string, x: number, y: number, side = 10): Outline => ({ id, ring: [[x, y], [x + side, y], [x + side, y + side], [x, y + side]] })
const kinds = (outlines: readonly Outline[]): readonly string[] => [...new Set(findPartitionFaults(outlines).map(({ kind }) => kind))]

test('G-01 the cells of the demo district divide it, and those of each town divide the town', () => {
  assert.deepEqual(findPartitionFaults(shipped), [])
  const towns = Map.groupBy(shipped, ({ id }) => id.slice(0, 9))
  assert.equal(towns.size, 10)
  for (const [town, outlines] of towns) assert.deepEqual(findPartitionFaults(outlines), [], town)
})

test('G-01 cells that overlap, leave a gap or enclose a hole are no partition', () => {
  const row = [square('1', 0, 0), square('2', 10, 0), square('3', 20, 0)]
  assert.deepEqual(kinds(row), [])
  assert.ok(kinds([...row, square('4', 0, 0)]).includes('overlap'))
  assert.deepEqual(kinds([square('1', 0, 0), square('3', 20, 0)]), ['hole'])
  assert.deepEqual(kinds([square('1', 0, 0), square('2', 10, 10)]), ['gap'])
  const ringOfEight = [0, 10, 20].flatMap((x) => [0, 10, 20].map((y) => square(`${x}-${y}`, x, y))).filter(({ id }) => id !== '10-10')
  assert.deepEqual(kinds(ringOfEight), ['hole'])
  assert.deepEqual(kinds([{ id: 'turned', ring: square('1', 0, 0).ring.toReversed() }]), ['turned'])
})

test('G-01 cells that overlap only in part share no whole edge and are found too', () => {
  assert.notDeepEqual(kinds([square('1', 0, 0), square('2', 5, 0)]), [])
  const folded: Outline = { id: '3', ring: [[20, 0], [30, 0], [5, 25], [20, 10]] }
  assert.deepEqual(kinds([square('1', 0, 0), square('2', 10, 0), folded]), ['folded'])
})

test('G-01 every point of the district lies in exactly one cell, on edges and corners too', () => {
  const anywhere = fc.tuple(fc.integer({ min: 0, max: frame.width }), fc.integer({ min: 0, max: frame.height }))
  const corner = fc.constantFrom(...shipped.flatMap(({ ring }) => ring)).map(([x, y]): [number, number] => [x, y])
  fc.assert(fc.property(fc.oneof(anywhere, corner), (point) => shipped.filter(({ ring }) => contains(ring, point)).length <= 1), { numRuns: 300 })
  for (const { id, ring } of shipped) assert.equal(cellAt(shipped, middleOf(ring))?.id, id)
})

test('G-01 a point on an inner edge belongs to one of the two cells', () => {
  const inner: LatticePoint = [10, 5]
  assert.equal([square('1', 0, 0), square('2', 10, 0)].filter(({ ring }) => contains(ring, inner)).length, 1)
})

test('a place in degrees goes to the lattice and back within a metre or two', () => {
  fc.assert(
    fc.property(fc.double({ min: 112.96, max: 113.4, noNaN: true }), fc.double({ min: 23.3, max: 23.6, noNaN: true }), (longitude, latitude) => metresBetween({ longitude, latitude }, geoOf(latticeOf({ longitude, latitude }))) < 2),
  )
})
