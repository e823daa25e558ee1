import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWithinRegion, paddedRegionCode, parentRegionCode, regionCodeOf, regionLevelOf, regionPath } from './regions.ts'

test('a region code is padded to the 12 digits of the national exchange and cut back again', () => {
  for (const code of ['440000', '440100', '440114', '440114001', '440114001001']) {
    assert.equal(paddedRegionCode(code).length, 12)
    assert.equal(regionCodeOf(paddedRegionCode(code)), code)
  }
  assert.equal(paddedRegionCode('440114105'), '440114105000')
})

test('the level is read from the code', () => {
  const levels = ['440000', '440100', '440114', '440114001', '440114001001', '440114001000', '440114000000'].map(regionLevelOf)
  assert.deepEqual(levels, ['province', 'prefecture', 'county', 'township', 'village', 'township', 'county'])
})

test('a village lies in its town, district, city and province, nearest first', () => {
  assert.deepEqual(regionPath('440114105204'), ['440114105204', '440114105', '440114', '440100', '440000'])
  assert.equal(parentRegionCode('440000'), undefined)
})

test('a town of a city without counties hangs directly below the city', () => {
  assert.equal(parentRegionCode('441900003'), '441900')
  assert.equal(regionLevelOf('441900'), 'prefecture')
})

test('a region lies within itself and what is above it, not within its neighbour', () => {
  assert.equal(isWithinRegion('440114105204', '440114'), true)
  assert.equal(isWithinRegion('440114', '440114000000'), true)
  assert.equal(isWithinRegion('440114', '440111'), false)
  assert.equal(isWithinRegion('440100', '440114'), false)
})

test('what is no region code is a fault of the caller, also when it is very long', () => {
  for (const text of ['', '44', '4401140', '040114', '44011A', '4'.repeat(10_000)]) {
    assert.throws(() => regionCodeOf(text), RangeError)
  }
})
