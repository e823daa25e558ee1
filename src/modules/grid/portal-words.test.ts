import assert from 'node:assert/strict'
import { test } from 'node:test'
import english from './locales/categories.en.json' with { type: 'json' }
import chinese from './locales/categories.zh-CN.json' with { type: 'json' }

test('every class of the grid has its words in English, in the same order, and no two of one group share a name', () => {
  assert.deepEqual(english.map(({ key }) => key), chinese.map(({ key }) => key))
  for (const { key, group, name, condition } of english) assert.doesNotMatch(`${group}${name}${condition}`, /\p{Script=Han}|^$/u, key)
  assert.equal(new Set(english.map(({ key, group, name }) => `${key.slice(0, 1)} ${group} ${name}`)).size, english.length)
})
