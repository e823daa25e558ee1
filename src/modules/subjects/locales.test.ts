import assert from 'node:assert/strict'
import { test } from 'node:test'
import { subjectErrors } from './errors.ts'
import en from './locales/en.json' with { type: 'json' }
import zhCN from './locales/zh-CN.json' with { type: 'json' }
import * as schema from './schema.ts'

const SHOWN: Readonly<Record<keyof typeof zhCN, readonly string[]>> = {
  assuranceLevels: schema.ASSURANCE_LEVELS,
  capacities: schema.CAPACITIES,
  unmaskPurposes: schema.LOOK_PURPOSES,
  errors: Object.values(subjectErrors).map((error) => error.code),
}

test('every code that is shown and every refusal has a label in both languages, and no label is left over', () => {
  for (const locale of [zhCN, en]) {
    const labelled = Object.entries(locale).map(([group, labels]) => [group, Object.keys(labels).sort()])
    assert.deepEqual(labelled, Object.entries(SHOWN).map(([group, codes]) => [group, [...codes].sort()]))
  }
})
