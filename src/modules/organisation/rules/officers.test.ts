import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { checkSeparation, checkSubstanceOfficers, eligibleOfficers } from './officers.ts'
import { sampleMember } from './sample-staff.ts'
import { checkClosingSignatures } from './signatures.ts'

const UNIT = { unitKey: 'shichang-jianguan', on: '2026-09-28' } as const

const STAFF = [
  sampleMember(4, ['approver']),
  sampleMember(1, ['reviewer']),
  sampleMember(2, ['reviewer']),
  sampleMember(3, ['approver']),
  sampleMember(5, ['approver'], { employed: { from: '2020-01-01', to: '2026-09-27' } }),
  sampleMember(6, ['approver'], { unitKey: 'minzheng' }),
  sampleMember(7, [], { roles: [{ role: 'approver', unitKey: 'shichang-jianguan', from: '2026-09-29', to: null }] }),
]

function answer(verdict: Verdict<unknown>): string {
  return verdict.ok ? 'fine' : verdict.refusal.code
}

test('C-15 a case is drawn among the approvers of the unit who hold the role on that day, in the order of their numbers', () => {
  const drawn = eligibleOfficers(STAFF, { role: 'approver', ...UNIT }, [])
  assert.deepEqual(drawn.ok && drawn.value, { eligible: ['HD0003', 'HD0004'], excluded: [] })
})

test('C-15 the acceptor and whoever must stand aside are off the list, and the record says why', () => {
  const drawn = eligibleOfficers(STAFF, { role: 'approver', ...UNIT }, [
    { staffNo: 'HD0004', reason: 'acceptedTheCase' },
    { staffNo: 'HD0001', reason: 'recused' },
  ])
  assert.deepEqual(drawn.ok && drawn.value, { eligible: ['HD0003'], excluded: [{ staffNo: 'HD0004', reason: 'acceptedTheCase' }] })
})

test('C-15 nobody is drawn when nobody is left', () => {
  const nobody = eligibleOfficers(STAFF, { role: 'approver', ...UNIT }, [
    { staffNo: 'HD0003', reason: 'recused' },
    { staffNo: 'HD0004', reason: 'absent' },
  ])
  assert.equal(answer(nobody), 'organisation.no-eligible-officer')
})

test('C-15 a role counts from its first day to its last, both included', () => {
  const eligibleOn = (on: '2026-09-27' | '2026-09-28' | '2026-09-29') => {
    const drawn = eligibleOfficers(STAFF, { role: 'approver', unitKey: UNIT.unitKey, on }, [])
    return drawn.ok ? drawn.value.eligible : []
  }
  assert.deepEqual(eligibleOn('2026-09-27'), ['HD0003', 'HD0004', 'HD0005'])
  assert.deepEqual(eligibleOn('2026-09-28'), ['HD0003', 'HD0004'])
  assert.deepEqual(eligibleOn('2026-09-29'), ['HD0003', 'HD0004', 'HD0007'])
})

test('C-15 who accepted a case does not approve it', () => {
  assert.equal(answer(checkSeparation('HD0001', 'HD0003')), 'fine')
  assert.equal(answer(checkSeparation('HD0003', 'HD0003')), 'organisation.acceptor-is-approver')
})

test('C-11 a check of the substance needs two officers of the unit; one named twice is one', () => {
  assert.equal(answer(checkSubstanceOfficers(STAFF, UNIT, ['HD0001', 'HD0002'])), 'fine')
  assert.equal(answer(checkSubstanceOfficers(STAFF, UNIT, ['HD0001', 'HD0001'])), 'organisation.too-few-officers')
  assert.equal(answer(checkSubstanceOfficers(STAFF, UNIT, ['HD0001', 'HD0006'])), 'organisation.too-few-officers')
})

test('C-35 the handler and the chief representative close a case with two signatures, or the chief representative with one', () => {
  const handler = { staffNo: 'HD0001', capacity: 'handler' } as const
  const chief = { staffNo: 'HD0003', capacity: 'chiefRepresentative' } as const
  assert.equal(answer(checkClosingSignatures([handler, chief], STAFF, UNIT)), 'fine')
  assert.equal(answer(checkClosingSignatures([chief], STAFF, UNIT)), 'fine')
})

test('C-35 a third signature is refused', () => {
  const handler = { staffNo: 'HD0001', capacity: 'handler' } as const
  const chief = { staffNo: 'HD0003', capacity: 'chiefRepresentative' } as const
  assert.equal(answer(checkClosingSignatures([handler, handler, chief], STAFF, UNIT)), 'organisation.too-many-signatures')
})

test('C-35 no case closes without the chief representative of the unit', () => {
  const handler = { staffNo: 'HD0001', capacity: 'handler' } as const
  const ofAnotherUnit = { staffNo: 'HD0006', capacity: 'chiefRepresentative' } as const
  assert.equal(answer(checkClosingSignatures([], STAFF, UNIT)), 'organisation.signature-missing')
  assert.equal(answer(checkClosingSignatures([handler], STAFF, UNIT)), 'organisation.signature-missing')
  assert.equal(answer(checkClosingSignatures([handler, ofAnotherUnit], STAFF, UNIT)), 'organisation.signature-missing')
})

test('C-15 C-35 the two signatures are of two persons in the two capacities', () => {
  const chief = { staffNo: 'HD0003', capacity: 'chiefRepresentative' } as const
  const second = { staffNo: 'HD0004', capacity: 'chiefRepresentative' } as const
  assert.equal(answer(checkClosingSignatures([{ staffNo: 'HD0003', capacity: 'handler' }, chief], STAFF, UNIT)), 'organisation.acceptor-is-approver')
  assert.equal(answer(checkClosingSignatures([chief, second], STAFF, UNIT)), 'organisation.signature-missing')
})
