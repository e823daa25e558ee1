import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeRulesReport, rulesNamedBy, rulesReport } from './rules-report.ts'
import type { Rule } from './rules-report.ts'
import { namesIn } from './test-names.ts'

const root = join(import.meta.dirname, '..')
const rules: readonly Rule[] = [
  { id: 'C-01', rule: 'a case has | a number', mark: 'design' },
  { id: 'C-02', rule: 'a case is closed once', mark: 'sourced' },
]

test('a test names its rules at the start: one, several, or a range', () => {
  assert.deepEqual(rulesNamedBy('C-01 a case has a number'), ['C-01'])
  assert.deepEqual(rulesNamedBy('C-01 C-03, T-02: a case has a number'), ['C-01', 'C-03', 'T-02'])
  assert.deepEqual(rulesNamedBy('C-01…C-03 a case has a number'), ['C-01', 'C-02', 'C-03'])
  assert.deepEqual(rulesNamedBy('C-08–C-10 a case has a number'), ['C-08', 'C-09', 'C-10'])
})

test('an id in the middle of a name is only mentioned', () => {
  assert.deepEqual(rulesNamedBy('a case has a number, see C-01 for why'), [])
  assert.deepEqual(rulesNamedBy('C-0123 is a product'), [])
})

test('only names of tests are read, wherever the test stands', () => {
  const source = "import { test } from 'node:test'\nconst text = \"test('C-09 no test')\"\ntest('C-01 one', async (t) => {\n  await t.test(`C-02 two ${text}`, () => {})\n})\ntest.skip('not run', () => {})\n"
  assert.deepEqual(namesIn(source), ['C-01 one', 'C-02 two '])
})

test('the report shows the tests of a rule, and says which rules are not yet kept', () => {
  const report = rulesReport(rules, [{ file: 'src/a.test.ts', name: 'C-01 a case has a number' }])
  assert.match(report, /^\| C-01 \| a case has \\\| a number \(design\) \| src\/a\.test\.ts: C-01 a case has a number \|$/m)
  assert.match(report, /^\| C-02 \| a case is closed once \(sourced\) \| not yet kept \|$/m)
  assert.match(report, /^\| C Cases \| 2 \| 1 \| 1 \|$/m)
  assert.match(report, /^\| \*\*all\*\* \| 2 \| 1 \| 1 \|$/m)
})

test('a test that names a rule which does not exist is shown', () => {
  const report = rulesReport(rules, [{ file: 'src/a.test.ts', name: 'C-77 nothing says this' }])
  assert.match(report, /Tests that name no known rule\n\n- C-77: src\/a\.test\.ts: C-77 nothing says this/)
})

test('every rule that ships appears in the report once', () => {
  const shipped = JSON.parse(readFileSync(join(root, 'data', 'rules.json'), 'utf8')) as readonly Rule[]
  const rows = [...makeRulesReport(root).matchAll(/^\| ([A-Z]-\d{2}) \|/gm)].map(([, id]) => id)
  assert.deepEqual(new Set(rows), new Set(shipped.map(({ id }) => id)))
  assert.equal(rows.length, shipped.length)
})
