import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { HeadAgency } from '../schema.ts'
import { actingHeads, checkActsAsHead, checkNewAgency } from './head.ts'
import { sampleMember } from './sample-staff.ts'

const HEAD = sampleMember(1, ['unitHead'])
const DEPUTY = sampleMember(2, ['approver'])
const OTHER_DEPUTY = sampleMember(3, ['reviewer'])
const STRANGER = sampleMember(4, ['approver'], { unitKey: 'minzheng' })
const STAFF = [HEAD, DEPUTY, OTHER_DEPUTY, STRANGER]

const AGENCY: HeadAgency = {
  key: 'chuchai',
  unitKey: 'shichang-jianguan',
  headStaffNo: 'HD0001',
  deputyStaffNo: 'HD0002',
  powers: ['extendLimit', 'stopClock'],
  from: '2026-09-21',
  to: '2026-09-25',
}

const ASKED = { unitKey: 'shichang-jianguan', power: 'extendLimit', on: '2026-09-25' } as const

function answer(verdict: Verdict<unknown>): string {
  return verdict.ok ? 'fine' : verdict.refusal.code
}

test('the head may always use the head’s powers, also while a deputy may', () => {
  const acting = actingHeads(STAFF, [AGENCY], ASKED)
  assert.deepEqual(acting.ok && acting.value, [
    { staffNo: 'HD0001', agencyKey: null },
    { staffNo: 'HD0002', agencyKey: 'chuchai' },
  ])
})

test('a deputy acts from the first day of the agency to the last, and the record names the agency', () => {
  const on = (day: HeadAgency['from']) => checkActsAsHead('HD0002', STAFF, [AGENCY], { ...ASKED, on: day })
  assert.equal(answer(on('2026-09-20')), 'organisation.not-head')
  assert.equal(answer(on('2026-09-21')), 'fine')
  const last = on('2026-09-25')
  assert.deepEqual(last.ok && last.value, { staffNo: 'HD0002', agencyKey: 'chuchai' })
  assert.equal(answer(on('2026-09-26')), 'organisation.not-head')
})

test('a deputy uses only the powers that the agency names', () => {
  assert.equal(answer(checkActsAsHead('HD0002', STAFF, [AGENCY], { ...ASKED, power: 'revokePermit' })), 'organisation.not-head')
  assert.equal(answer(checkActsAsHead('HD0002', STAFF, [{ ...AGENCY, powers: 'all' }], { ...ASKED, power: 'revokePermit' })), 'fine')
})

test('an agency falls with the head who granted it and with the deputy who left', () => {
  const newHead = sampleMember(9, ['unitHead'])
  const formerHead = sampleMember(1, [])
  assert.equal(answer(checkActsAsHead('HD0002', [newHead, formerHead, DEPUTY], [AGENCY], ASKED)), 'organisation.not-head')
  const left = sampleMember(2, ['approver'], { employed: { from: '2020-01-01', to: '2026-09-22' } })
  assert.equal(answer(checkActsAsHead('HD0002', [HEAD, left], [AGENCY], ASKED)), 'organisation.not-head')
})

test('a unit without a head on that day cannot use the head’s powers', () => {
  assert.equal(answer(actingHeads([DEPUTY], [AGENCY], ASKED)), 'organisation.no-head')
})

test('only the head in person grants an agency; a deputy cannot pass it on', () => {
  assert.equal(answer(checkNewAgency(AGENCY, STAFF, [])), 'fine')
  const passedOn = { ...AGENCY, key: 'zhuan-weituo', headStaffNo: 'HD0002', deputyStaffNo: 'HD0003' }
  assert.equal(answer(checkNewAgency(passedOn, STAFF, [AGENCY])), 'organisation.agency-not-granted-by-head')
})

test('the deputy is another member of the same unit who stays to the end', () => {
  for (const deputyStaffNo of ['HD0001', 'HD0004', 'HD0099']) {
    assert.equal(answer(checkNewAgency({ ...AGENCY, deputyStaffNo }, STAFF, [])), 'organisation.agency-deputy-unfit')
  }
  const leaving = sampleMember(2, ['approver'], { employed: { from: '2020-01-01', to: '2026-09-24' } })
  assert.equal(answer(checkNewAgency(AGENCY, [HEAD, leaving], [])), 'organisation.agency-deputy-unfit')
})

test('one power has one deputy at a time; other powers or later days are free', () => {
  const second = { ...AGENCY, key: 'di-er', deputyStaffNo: 'HD0003' }
  assert.equal(answer(checkNewAgency(second, STAFF, [AGENCY])), 'organisation.agency-overlaps')
  assert.equal(answer(checkNewAgency({ ...second, powers: 'all' }, STAFF, [AGENCY])), 'organisation.agency-overlaps')
  assert.equal(answer(checkNewAgency(second, STAFF, [{ ...AGENCY, powers: 'all' }])), 'organisation.agency-overlaps')
  assert.equal(answer(checkNewAgency({ ...second, powers: ['holdHearing'] }, STAFF, [AGENCY])), 'fine')
  assert.equal(answer(checkNewAgency({ ...second, from: '2026-09-26', to: '2026-09-30' }, STAFF, [AGENCY])), 'fine')
})
