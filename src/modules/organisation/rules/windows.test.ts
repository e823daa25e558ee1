import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { Hall, ItemScope, Window } from '../schema.ts'
import { residencyOf } from './residency.ts'
import { checkWindowAccepts, hallsWithoutLowCounter } from './windows.ts'

const HALL: Hall = {
  key: 'qu-zhengwu',
  name: '区政务服务中心',
  kind: 'serviceCenter',
  unitKey: 'zhengwu-zhongxin',
  regionCode: '440114001',
  address: '迎宾大道',
  areaSquareMetres: 100,
  phone: '020-00009001',
  openingHours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', applicants: 'all' }],
  scope: { kind: 'all' },
  zones: [{ key: 'zonghe', name: '综合受理区', floor: 1 }],
}

function window(kind: Window['kind'], scope: ItemScope): Window {
  return { key: 'chuangkou', hallKey: HALL.key, zoneKey: 'zonghe', number: 1, name: '1号窗口', kind, scope, lowCounter: false }
}

const FOOD = { itemKey: 'sc-05', unitKey: 'shichang-jianguan', themeKeys: ['th-01'] }
const HOUSE = { itemKey: 'bd-03', unitKey: 'budongchan-dengji', themeKeys: ['th-22'] }
const nothing = { units: [], themes: [], items: [] }

function answer(verdict: Verdict<unknown>): string {
  return verdict.ok ? 'fine' : verdict.refusal.code
}

test('any general window takes any item of its hall', () => {
  const general = window('GENERAL', { kind: 'all' })
  assert.equal(answer(checkWindowAccepts(general, HALL, FOOD)), 'fine')
  assert.equal(answer(checkWindowAccepts(general, HALL, HOUSE)), 'fine')
})

test('a dedicated window takes the items of its units, themes or list and no others', () => {
  for (const scope of [{ ...nothing, units: ['shichang-jianguan'] }, { ...nothing, themes: ['th-01'] }, { ...nothing, items: ['sc-05'] }]) {
    const dedicated = window('DEDICATED', { kind: 'selected', ...scope })
    assert.equal(answer(checkWindowAccepts(dedicated, HALL, FOOD)), 'fine')
    assert.equal(answer(checkWindowAccepts(dedicated, HALL, HOUSE)), 'organisation.outside-window-scope')
  }
})

test('a general window of a hall with its own scope takes only what the hall takes', () => {
  const branch: Hall = { ...HALL, scope: { kind: 'selected', ...nothing, units: ['shichang-jianguan'] } }
  const general = window('GENERAL', { kind: 'all' })
  assert.equal(answer(checkWindowAccepts(general, branch, FOOD)), 'fine')
  assert.equal(answer(checkWindowAccepts(general, branch, HOUSE)), 'organisation.outside-hall-scope')
})

test('a window asked about in another hall is a fault of the caller', () => {
  assert.throws(() => checkWindowAccepts(window('GENERAL', { kind: 'all' }), { ...HALL, key: 'fen-zhongxin' }, FOOD), RangeError)
})

test('S-20 a hall without a barrier-free window is named', () => {
  const ordinary = window('GENERAL', { kind: 'all' })
  assert.deepEqual(hallsWithoutLowCounter([HALL], [ordinary]), ['qu-zhengwu'])
  assert.deepEqual(hallsWithoutLowCounter([HALL], [ordinary, { ...ordinary, key: 'di', lowCounter: true }]), [])
})

test('a department is in place when its items, its staff and all four delegated powers are in the hall', () => {
  const inPlace = residencyOf({
    mandatoryItems: ['sc-01', 'sc-05'],
    exceptedItems: [],
    residentItems: ['sc-01', 'sc-05', 'sc-99'],
    staffInHall: ['HD0001'],
    delegatedPowers: ['decide', 'coordinate', 'reviewAndReport', 'useApprovalSeal'],
  })
  assert.deepEqual(inPlace, {
    itemsInPlace: true,
    missingItems: [],
    staffInPlace: true,
    powersInPlace: true,
    missingPowers: [],
    rate: { numerator: 2, denominator: 2 },
  })
})

test('each of the three residency checks fails by itself and names what is missing; a published exception is not missing', () => {
  const checklist = residencyOf({
    mandatoryItems: ['sc-01', 'sc-05', 'sc-07'],
    exceptedItems: ['sc-07'],
    residentItems: ['sc-01'],
    staffInHall: [],
    delegatedPowers: ['coordinate', 'reviewAndReport', 'useApprovalSeal'],
  })
  assert.deepEqual(checklist, {
    itemsInPlace: false,
    missingItems: ['sc-05'],
    staffInPlace: false,
    powersInPlace: false,
    missingPowers: ['decide'],
    rate: { numerator: 1, denominator: 2 },
  })
})
