import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categories } from './categories.ts'
import { urgingKinds } from './documents/templates.ts'
import { hotlineErrors } from './errors.ts'
import { orderLifecycle } from './lifecycle.ts'
import categoryNames from './locales/categories.zh-CN.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { CALL_ACTS, CALL_STATES } from './rules/calls.ts'
import { clockNames } from './rules/clocks.ts'
import { CallLine, ORDER_KINDS, OrderChannel, ReadingPurpose, RecusalGround, RejectionClass, Satisfaction, ToldChannel, UpperSource } from './schema.ts'

const shown: Readonly<Record<Exclude<keyof typeof zh, 'titles' | 'messages' | 'provisionalDay'>, readonly string[]>> = {
  documentKinds: urgingKinds,
  kinds: ORDER_KINDS,
  channels: OrderChannel.options,
  upperSources: UpperSource.options,
  states: Object.keys(orderLifecycle.states),
  commands: ['register', ...Object.keys(orderLifecycle.commands)],
  clocks: clockNames,
  rejectionClasses: RejectionClass.options,
  toldChannels: ToldChannel.options,
  satisfactions: Satisfaction.options,
  recusalGrounds: RecusalGround.options,
  purposes: ReadingPurpose.options,
  lines: CallLine.options,
  callStates: CALL_STATES,
  callActs: ['ring', ...CALL_ACTS],
  errors: Object.values(hotlineErrors).map(({ code }) => code),
}

test('every code that a page can show has a word, and no word is left over', () => {
  for (const [list, codes] of Object.entries(shown)) assert.deepEqual(Object.keys(zh[list as keyof typeof zh]).toSorted(), [...codes].toSorted(), list)
})

test('every category has a name, and its names stand in the two levels in which it is shipped', () => {
  const named = Object.entries(categoryNames).map(([key, { classes }]) => ({ key, classes: Object.keys(classes) }))
  assert.deepEqual(named, categories.map(({ key, classes }) => ({ key, classes: [...classes] })))
  const keys = categories.flatMap(({ key, classes }) => [key, ...classes])
  assert.equal(new Set(keys).size, keys.length)
})
