import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicationErrors } from './errors.ts'
import { recordLifecycle } from './lifecycle.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }
import { clockNames } from './rules/clocks.ts'
import { textFields } from './rules/personal-numbers.ts'
import { POWER_TYPES, PowerChange, ProposalState, PublicationChannel, RECORD_CLASSES, RECORD_THEMES, RevocationKind, Validity, WithholdingGround } from './schema.ts'

const shown: Readonly<Record<Exclude<keyof typeof zh, 'drawn' | 'feed' | 'messages' | 'decisions' | 'numbers'>, readonly string[]>> = {
  classes: [...RECORD_CLASSES, 'interpretation'],
  themes: RECORD_THEMES,
  channels: PublicationChannel.options,
  states: Object.keys(recordLifecycle.states),
  commands: ['draft', ...Object.keys(recordLifecycle.commands)],
  clocks: clockNames,
  grounds: WithholdingGround.options,
  revocations: RevocationKind.options,
  validities: Validity.options,
  textFields,
  powerTypes: POWER_TYPES,
  powerChanges: PowerChange.options,
  proposalStates: ProposalState.options,
  errors: Object.values(publicationErrors).map(({ code }) => code),
}

test('every code that a page can show has a word, and no word is left over', () => {
  for (const [list, codes] of Object.entries(shown)) assert.deepEqual(Object.keys(zh[list as keyof typeof zh]).toSorted(), [...codes].toSorted(), list)
})

test('there are ten types of powers and fifteen themes of the law', () => {
  assert.deepEqual([POWER_TYPES.length, RECORD_THEMES.length], [10, 15])
})
