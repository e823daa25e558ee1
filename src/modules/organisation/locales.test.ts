import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organisationErrors } from './errors.ts'
import en from './locales/en.json' with { type: 'json' }
import zhCN from './locales/zh-CN.json' with { type: 'json' }
import * as schema from './schema.ts'

const SHOWN: Readonly<Record<keyof typeof zhCN, readonly string[]>> = {
  roles: schema.ROLES,
  unitKinds: schema.UNIT_KINDS,
  exerciseLevels: schema.EXERCISE_LEVELS,
  managementKinds: schema.MANAGEMENT_KINDS,
  hallKinds: schema.HALL_KINDS,
  windowKinds: schema.WINDOW_KINDS,
  postRanks: schema.POST_RANKS,
  delegatedPowers: schema.DELEGATED_POWERS,
  headPowers: schema.HEAD_POWERS,
  errors: Object.values(organisationErrors).map((error) => error.code),
}

test('every code that is shown and every refusal has a label in both languages, and no label is left over', () => {
  for (const locale of [zhCN, en]) {
    const labelled = Object.entries(locale).map(([group, labels]) => [group, Object.keys(labels).sort()])
    assert.deepEqual(labelled, Object.entries(SHOWN).map(([group, codes]) => [group, [...codes].sort()]))
  }
})
