import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HeadAgency, ItemScope, OpeningHours, RegionCode, Unit, Window } from './schema.ts'

const WINDOW = { key: 'chuangkou-1', hallKey: 'dating', zoneKey: 'zonghe', number: 1, name: '1号窗口', lowCounter: false }
const SELECTION = { kind: 'selected', units: ['gongan'], themes: [], items: [] }

test('a general window takes all items and a dedicated one a selection; nothing between', () => {
  const accepted = (kind: string, scope: unknown) => Window.safeParse({ ...WINDOW, kind, scope }).success
  assert.deepEqual(
    [accepted('GENERAL', { kind: 'all' }), accepted('DEDICATED', SELECTION), accepted('GENERAL', SELECTION), accepted('DEDICATED', { kind: 'all' })],
    [true, true, false, false],
  )
})

test('a selection that lists nothing is refused', () => {
  assert.equal(ItemScope.safeParse({ ...SELECTION, units: [] }).success, false)
  assert.equal(ItemScope.safeParse({ ...SELECTION, units: [], themes: ['th-15'] }).success, true)
})

test('a hall closes after it opens, on days of the week that exist', () => {
  const hours = { weekdays: [1, 7], from: '09:00', to: '12:00', applicants: 'all' }
  assert.equal(OpeningHours.safeParse(hours).success, true)
  for (const wrong of [{ to: '09:00' }, { to: '24:00' }, { weekdays: [0] }, { weekdays: [8] }, { weekdays: [] }]) {
    assert.equal(OpeningHours.safeParse({ ...hours, ...wrong }).success, false, JSON.stringify(wrong))
  }
})

test('a region code has 6, 9 or 12 digits', () => {
  const accepted = ['440114', '440114001', '440114001001', '44', '4401140', '440114-001', '4'.repeat(10_000)].map((code) => RegionCode.safeParse(code).success)
  assert.deepEqual(accepted, [true, true, true, false, false, false, false])
})

test('an agency ends, and not before it begins', () => {
  const agency = { key: 'daili', unitKey: 'gongan', headStaffNo: 'HD0001', deputyStaffNo: 'HD0002', powers: 'all', from: '2026-09-21', to: '2026-09-21' }
  assert.equal(HeadAgency.safeParse(agency).success, true)
  for (const wrong of [{ to: '2026-09-20' }, { to: null }, { to: '2026-02-30' }, { powers: [] }]) {
    assert.equal(HeadAgency.safeParse({ ...agency, ...wrong }).success, false, JSON.stringify(wrong))
  }
})

test('a field that the schema does not know is refused', () => {
  const parsed = Unit.safeParse({ password: 'x' })
  assert.ok(parsed.error?.issues.some((issue) => issue.code === 'unrecognized_keys'))
})
