import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import { appliesOn, endPredecessor, openCaseFinishes, versionForApplication } from './versions.ts'

type Dated = Pick<ItemVersion, 'version' | 'state' | 'effectiveFrom' | 'effectiveTo'>

const first: Dated = { version: 1, state: 'PUBLISHED', effectiveFrom: '2024-01-01', effectiveTo: '2026-07-01' }
const second: Dated = { version: 2, state: 'PUBLISHED', effectiveFrom: '2026-07-01', effectiveTo: null }

function answer(verdict: Verdict<Dated | undefined>): number | string | undefined {
  return verdict.ok ? verdict.value?.version : verdict.refusal.code
}

test('I-14 an application goes by the version of its day, and the day of change belongs to the new version', () => {
  assert.equal(answer(versionForApplication([first, second], '2026-06-30')), 1)
  assert.equal(answer(versionForApplication([first, second], '2026-07-01')), 2)
})

test('I-14 before the first version nothing is in force, and drafts do not count', () => {
  assert.equal(answer(versionForApplication([first, second], '2023-12-31')), 'catalogue.item-not-in-force')
  assert.equal(answer(versionForApplication([{ ...first, state: 'DRAFT' }], '2024-05-01')), 'catalogue.item-not-in-force')
})

test('I-14 two published versions on one day are refused instead of choosing one', () => {
  assert.equal(answer(versionForApplication([first, { ...second, effectiveFrom: '2026-06-01' }], '2026-06-15')), 'catalogue.versions-overlap')
})

test('I-14 publishing a version ends its predecessor on the day the new one starts', () => {
  const ended = endPredecessor([{ ...first, effectiveTo: null }], second)
  assert.ok(ended.ok)
  assert.equal(ended.value?.effectiveTo, '2026-07-01')
  assert.equal(answer(endPredecessor([], second)), undefined)
})

test('I-14 a version cannot be published under one that already starts later', () => {
  assert.equal(answer(endPredecessor([second], { ...first, version: 3, effectiveTo: null })), 'catalogue.versions-overlap')
})

test('I-15 a cancelled item takes applications until the day before and none from the day on', () => {
  const cancelled: Dated = { ...second, state: 'CANCELLED', effectiveTo: '2026-10-01' }
  assert.equal(answer(versionForApplication([first, cancelled], '2026-09-30')), 2)
  assert.equal(answer(versionForApplication([first, cancelled], '2026-10-01')), 'catalogue.item-cancelled')
})

test('I-15 an open case of a cancelled item finishes under its own version', () => {
  const cancelled: Dated = { ...second, state: 'CANCELLED', effectiveTo: '2026-10-01' }
  assert.equal(openCaseFinishes(cancelled, '2026-09-30'), true)
  assert.equal(openCaseFinishes(cancelled, '2026-10-01'), false)
})

test('a suspended item takes no application', () => {
  assert.equal(answer(versionForApplication([{ ...second, state: 'SUSPENDED' }], '2026-08-01')), 'catalogue.item-suspended')
})

test('a version applies from its first day to the day before its last', () => {
  assert.deepEqual(
    (['2023-12-31', '2024-01-01', '2026-06-30', '2026-07-01'] as const).map((day) => appliesOn(first, day)),
    [false, true, true, false],
  )
})
