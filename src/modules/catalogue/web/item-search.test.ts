import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSearch, searchHref, titleOf } from './item-search.ts'

test('an address that cannot be meant asks for the whole list', () => {
  const search = readSearch(new URLSearchParams({ department: '../x', audience: 'dog', cursor: 'DROP' }))
  assert.equal(searchHref(search, {}), '/services')
})

test('turning the page keeps the search', () => {
  const search = readSearch(new URLSearchParams({ q: ' 开饭店 ', audience: 'person' }))
  const next = new URL(searchHref(search, { cursor: '1.5~11440114MB2C' }), 'http://office.test')
  assert.deepEqual(readSearch(next.searchParams), { ...search, cursor: '1.5~11440114MB2C' })
  assert.equal(search.q, '开饭店')
})

test('the heading says what was looked for', () => {
  const none = { q: undefined, department: undefined, theme: undefined, audience: undefined, cursor: undefined }
  assert.equal(titleOf({ ...none, q: '开饭店' }, { department: undefined, theme: undefined }), '和“开饭店”有关的事项')
  assert.equal(titleOf({ ...none, department: 'gongan' }, { department: '公安分局', theme: undefined }), '公安分局的事项')
  assert.equal(titleOf({ ...none, department: 'nobody' }, { department: undefined, theme: undefined }), '我要办事')
})
