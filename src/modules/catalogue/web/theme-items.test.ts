import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenItems } from './theme-items.ts'

const theme = {
  steps: [{ step: 1, mode: 'PARALLEL' as const, items: [{ item: 'sc-04', when: null }, { item: 'sc-01', when: null }] }],
  questions: [{ key: 'kind', question: '', options: [{ key: 'company', label: '', adds: ['sc-01', 'gj-01'], removes: ['sc-04'] }, { key: 'alone', label: '', adds: [], removes: ['sc-01'] }] }],
}

test('an answer drops the items that it makes needless and adds those that it needs', () => {
  const company = chosenItems(theme, { kind: 'company' })
  assert.deepEqual([company.keeps('sc-04'), company.keeps('sc-01'), company.added], [false, true, ['gj-01']])
})

test('without an answer every item of the theme is shown', () => {
  const open = chosenItems(theme, {})
  assert.deepEqual([open.keeps('sc-04'), open.keeps('sc-01'), open.added], [true, true, []])
})
