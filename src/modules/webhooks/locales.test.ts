import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lifecycles } from '#app'
import { webhookErrors } from './errors.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { MATTER_KINDS, SubscriptionState } from './schema.ts'

test('another system may be told of every kind of matter that the office knows, and of no other', () => {
  assert.deepEqual([...MATTER_KINDS].toSorted(), lifecycles.map(({ kind }) => kind).toSorted())
})

test('every kind, state and refusal has words, and no word is left over', () => {
  assert.deepEqual(Object.keys(zh.kinds).toSorted(), [...MATTER_KINDS].toSorted())
  assert.deepEqual(Object.keys(zh.states).toSorted(), [...SubscriptionState.options].toSorted())
  const codes = Object.values(webhookErrors).map(({ code }) => code).toSorted()
  for (const { errors } of [zh, en]) assert.deepEqual(Object.keys(errors).toSorted(), codes)
})
