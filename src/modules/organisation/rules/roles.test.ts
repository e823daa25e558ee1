import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { RoleDefinition } from '../schema.ts'
import { checkMayChange, checkRoleCombination, excludedBy, holdsRole, rolesOn } from './roles.ts'
import { sampleMember } from './sample-staff.ts'

const DEFINITIONS: readonly RoleDefinition[] = [
  { key: 'supervisor', reach: 'district', readOnly: true, excludes: ['reviewer', 'approver'] },
  { key: 'reviewer', reach: 'unit', readOnly: false, excludes: [] },
  { key: 'approver', reach: 'unit', readOnly: false, excludes: [] },
]

function answer(verdict: Verdict<unknown>): string {
  return verdict.ok ? 'fine' : verdict.refusal.code
}

test('S-22 a supervisor changes nothing, whatever other role the record gives', () => {
  assert.equal(answer(checkMayChange(sampleMember(1, ['supervisor']), '2026-09-28', DEFINITIONS)), 'organisation.read-only-role')
  assert.equal(answer(checkMayChange(sampleMember(1, ['approver', 'supervisor']), '2026-09-28', DEFINITIONS)), 'organisation.read-only-role')
  assert.equal(answer(checkMayChange(sampleMember(1, ['approver']), '2026-09-28', DEFINITIONS)), 'fine')
})

test('S-22 a supervisor cannot be given a role that changes something, in either order', () => {
  assert.equal(answer(checkRoleCombination(['supervisor', 'approver'], DEFINITIONS)), 'organisation.roles-exclude-each-other')
  assert.equal(answer(checkRoleCombination(['reviewer', 'supervisor'], DEFINITIONS)), 'organisation.roles-exclude-each-other')
  assert.equal(answer(checkRoleCombination(['reviewer', 'approver'], DEFINITIONS)), 'fine')
  assert.equal(answer(checkRoleCombination(['supervisor'], DEFINITIONS)), 'fine')
})

test('two roles exclude each other whichever of them says so, and no role excludes itself', () => {
  assert.deepEqual(excludedBy('supervisor', DEFINITIONS), ['reviewer', 'approver'])
  assert.deepEqual(excludedBy('reviewer', DEFINITIONS), ['supervisor'])
  const both: readonly RoleDefinition[] = [{ key: 'archivist', reach: 'district', readOnly: false, excludes: ['archivist', 'reviewer'] }, { key: 'reviewer', reach: 'unit', readOnly: false, excludes: ['archivist'] }]
  assert.deepEqual(excludedBy('archivist', both), ['reviewer'])
})

test('a role is held in its unit only, and not after leaving', () => {
  const member = sampleMember(1, ['approver'], { employed: { from: '2020-01-01', to: '2026-06-30' } })
  assert.equal(holdsRole(member, 'approver', 'shichang-jianguan', '2026-06-30'), true)
  assert.equal(holdsRole(member, 'approver', 'minzheng', '2026-06-30'), false)
  assert.equal(holdsRole(member, 'approver', 'shichang-jianguan', '2026-07-01'), false)
  assert.deepEqual(rolesOn(member, '2026-06-30'), ['approver'])
  assert.deepEqual(rolesOn(member, '2026-07-01'), [])
})

test('a role held in two units is one role', () => {
  const twice = ['shichang-jianguan', 'minzheng'].map((unitKey) => ({ role: 'reviewer', unitKey, from: '2020-01-01', to: null }) as const)
  assert.deepEqual(rolesOn(sampleMember(1, [], { roles: twice }), '2026-09-28'), ['reviewer'])
})
