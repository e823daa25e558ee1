import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supervisionErrors } from './errors.ts'
import { complaintLifecycle, findingLifecycle, measureLifecycle, openingLifecycle, patrolLifecycle, sampleLifecycle } from './lifecycle.ts'
import en from './locales/en.json' with { type: 'json' }
import zhCN from './locales/zh-CN.json' with { type: 'json' }
import { clockNames } from './rules/clocks.ts'
import { BOX_ITEM_KINDS, BULLETIN_PERIODS, COMPLAINT_RESULTS, DECLINE_GROUNDS, EVIDENCE_KINDS, FINDING_GRADES, FINDING_SOURCES, HALVES, MEASURES, REPLY_FAULTS, VIOLATIONS } from './schema.ts'

const errors = Object.values(supervisionErrors).map(({ code }) => code)
const steps = ({ states, commands }: { readonly states: object; readonly commands: object }) => ({ states: Object.keys(states), commands: Object.keys(commands) })
const { states: findingStates, commands: findingCommands } = steps(findingLifecycle)
const { states: measureStates, commands: measureCommands } = steps(measureLifecycle)
const { states: patrolStates } = steps(patrolLifecycle)
const { states: openingStates, commands: openingCommands } = steps(openingLifecycle)
const { states: complaintStates, commands: complaintCommands } = steps(complaintLifecycle)
const { states: sampleStates, commands: sampleCommands } = steps(sampleLifecycle)

const SHOWN: Partial<Record<keyof typeof zhCN, readonly string[]>> = {
  sources: FINDING_SOURCES,
  grades: FINDING_GRADES,
  violations: VIOLATIONS,
  measures: MEASURES,
  evidenceKinds: EVIDENCE_KINDS,
  findingStates, findingCommands: ['open', ...findingCommands],
  measureStates, measureCommands,
  patrolStates,
  openingStates, openingCommands,
  complaintStates, complaintCommands,
  sampleStates, sampleCommands,
  halves: HALVES,
  boxItemKinds: BOX_ITEM_KINDS,
  complaintResults: COMPLAINT_RESULTS,
  declineGrounds: DECLINE_GROUNDS,
  replyFaults: REPLY_FAULTS,
  bulletinPeriods: BULLETIN_PERIODS,
  clocks: clockNames,
  errors,
}

test('every code that is shown has its word, and no word is left over', () => {
  for (const [list, codes] of Object.entries(SHOWN)) assert.deepEqual(Object.keys(zhCN[list as keyof typeof zhCN]).toSorted(), [...codes].toSorted(), list)
  assert.deepEqual(Object.keys(en.errors).toSorted(), errors.toSorted())
})
