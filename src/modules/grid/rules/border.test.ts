import assert from 'node:assert/strict'
import { test } from 'node:test'
import cells from '../../../../data/grid/cells.json' with { type: 'json' }
import outline from '../../../../data/grid/outline.json' with { type: 'json' }
import { cornersOf, findBorderFaults } from './border.ts'
import { doubleArea, findPartitionFaults, type LatticePoint, type Outline } from './partition.ts'

const ringOf = (ring: readonly (readonly number[])[]): readonly LatticePoint[] => ring.map(([x = 0, y = 0]) => [x, y] as const)
const shipped: readonly Outline[] = cells.map(({ id, ring }) => ({ id, ring: ringOf(ring) }))
const district = ringOf(outline)
const square = (id: string, x: number, y: number, side = 10): Outline => ({ id, ring: [[x, y], [x + side, y], [x + side, y + side], [x, y + side]] })
const row = [square('1', 0, 0), square('2', 10, 0), square('3', 20, 0)]
const faultyCells = (area: readonly LatticePoint[]): readonly string[] => [...new Set(findBorderFaults(row, area).flatMap(({ cellIds }) => cellIds))]

test('G-01 the cells of the demo district end where the district ends, without a gap at its border and with nothing outside', () => {
  assert.deepEqual(findPartitionFaults([{ id: 'district', ring: district }]), [])
  assert.deepEqual(findBorderFaults(shipped, district), [])
  assert.equal(shipped.reduce((sum, { ring }) => sum + doubleArea(ring), 0), doubleArea(district))
})

test('G-01 a cell at the border that is missing, and one that reaches beyond it, are found', () => {
  assert.deepEqual(faultyCells([[0, 0], [30, 0], [30, 10], [0, 10]]), [])
  assert.deepEqual(faultyCells([[0, 0], [40, 0], [40, 10], [0, 10]]), ['3'])
  assert.deepEqual(faultyCells([[0, 0], [25, 0], [25, 10], [0, 10]]), ['3'])
  assert.deepEqual(faultyCells([[0, 0], [30, 0], [30, 12], [0, 12]]), ['1', '2', '3'])
  assert.deepEqual(faultyCells([[0, 0], [0, 10], [30, 10], [30, 0]]), ['1', '2', '3'], 'an outline that turns the other way encloses nothing')
})

test('G-01 points at which an outline goes straight on change nothing', () => {
  const dotted: readonly LatticePoint[] = [[0, 0], [7, 0], [30, 0], [30, 10], [13, 10], [0, 10], [0, 4]]
  assert.deepEqual(cornersOf(dotted), [[0, 0], [30, 0], [30, 10], [0, 10]])
  assert.deepEqual(faultyCells(dotted), [])
})
