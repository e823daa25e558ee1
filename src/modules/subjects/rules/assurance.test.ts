import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ASSURANCE_LEVELS } from '../schema.ts'
import { checkAssurance, visitsNeeded } from './assurance.ts'

test('D-14 a session at or above the item’s level goes on, below it must step up', () => {
  for (const [heldAt, held] of ASSURANCE_LEVELS.entries()) {
    for (const [neededAt, needed] of ASSURANCE_LEVELS.entries()) {
      assert.equal(checkAssurance(held, needed).ok, heldAt >= neededAt, `${held} for ${needed}`)
    }
  }
})

test('D-14 the refusal names the level needed and the ways to reach it', () => {
  const refused = checkAssurance('L1', 'L3')
  assert.deepEqual(refused.ok ? null : [refused.refusal.code, refused.refusal.details], [
    'subjects.step-up-required',
    { held: 'L1', needed: 'L3', ways: ['face', 'bankCard'] },
  ])
})

test('D-14 from L3 on nobody has to come when every material can be shared', () => {
  assert.equal(visitsNeeded({ held: 'L3', everyMaterialShared: true, maxVisits: 1 }), 0)
  assert.equal(visitsNeeded({ held: 'L4', everyMaterialShared: true, maxVisits: 1 }), 0)
  assert.equal(visitsNeeded({ held: 'L2', everyMaterialShared: true, maxVisits: 1 }), 1)
  assert.equal(visitsNeeded({ held: 'L3', everyMaterialShared: false, maxVisits: 1 }), 1)
})
