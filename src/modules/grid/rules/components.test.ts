import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkComponentClass, type ComponentFacts, type ComponentLine, readComponentLine } from './components.ts'

const line: ComponentLine = { code: '4401140103000001', longitude: '113.2', latitude: '23.4', address: '建设北路12号旁', unit: '', surveyedOn: '2026-05-08', state: '' }
const facts: ComponentFacts = {
  keeperOf: (category) => (category === 'P0103' ? 'zhufang-jianshe' : undefined),
  cellOf: ({ longitude }) => (longitude < 120 ? '44011400100101' : undefined),
  unitOf: (text) => (text === '区城管局' ? 'chengshi-guanli' : undefined),
  stateOf: (text) => (text === '在用' ? 'inUse' : undefined),
}
const read = (changes: Partial<ComponentLine>) => readComponentLine({ ...line, ...changes }, facts)

test('a line of the inventory is read with the class and the keeper that its code tells', () => {
  assert.deepEqual(read({}), { component: { code: '4401140103000001', category: 'P0103', cellId: '44011400100101', longitude: 113.2, latitude: 23.4, address: '建设北路12号旁', unitId: 'zhufang-jianshe', surveyedOn: '2026-05-08', state: 'inUse' } })
  assert.deepEqual(read({ address: '', surveyedOn: '', unit: '区城管局', state: '在用' }), { component: { code: '4401140103000001', category: 'P0103', cellId: '44011400100101', longitude: 113.2, latitude: 23.4, address: null, unitId: 'chengshi-guanli', surveyedOn: null, state: 'inUse' } })
})

test('everything that is wrong with a line is told at once', () => {
  const faultsIn = (changes: Partial<ComponentLine>) => {
    const answer = read(changes)
    return 'faults' in answer ? answer.faults.map(({ field, reason }) => `${field} ${reason}`) : []
  }
  assert.deepEqual(faultsIn({ code: '440114010300001' }), ['code codeUnreadable'])
  assert.deepEqual(faultsIn({ code: '4401149903000001' }), ['code categoryUnknown'])
  assert.deepEqual(faultsIn({ code: '4401060103000001' }), ['code otherDistrict'])
  assert.deepEqual(faultsIn({ longitude: '' }), ['longitude placeUnreadable'])
  assert.deepEqual(faultsIn({ longitude: '东边' }), ['longitude placeUnreadable'])
  assert.deepEqual(faultsIn({ longitude: '121' }), ['longitude placeOutside'])
  assert.deepEqual(faultsIn({ unit: '没有的单位', surveyedOn: '2026-02-30', state: '坏了', address: '长'.repeat(201) }), ['unit unitUnknown', 'address addressTooLong', 'surveyedOn dayUnreadable', 'state stateUnknown'])
})

test('an event about a component is of its class or of a class of events', () => {
  assert.ok(checkComponentClass('P0103', '4401140103000001').ok)
  assert.ok(checkComponentClass('E0102', '4401140103000001').ok)
  assert.ok(checkComponentClass('P0104', null).ok)
  assert.ok(!checkComponentClass('P0104', '4401140103000001').ok)
})
