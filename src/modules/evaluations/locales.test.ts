import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluationErrors } from './errors.ts'
import { rectificationLifecycle } from './lifecycle.ts'
import en from './locales/en.json' with { type: 'json' }
import zhCN from './locales/zh-CN.json' with { type: 'json' }
import { clockNames } from './rules/clocks.ts'
import { CallbackResult, ExclusionGround, Finding, REASONS, ReviewChannel, ServiceEventKind } from './schema.ts'

const SHOWN: Readonly<Record<keyof typeof zhCN, readonly string[]>> = {
  grades: ['1', '2', '3', '4', '5'],
  reasons: REASONS,
  serviceKinds: ServiceEventKind.options,
  channels: ReviewChannel.options,
  grounds: ExclusionGround.options,
  findings: Finding.options,
  callbackResults: CallbackResult.options,
  states: Object.keys(rectificationLifecycle.states),
  commands: Object.keys(rectificationLifecycle.commands),
  clocks: Object.values(clockNames),
  messages: ['rectification-opened', 'invitation'],
  errors: Object.values(evaluationErrors).map((error) => error.code),
}

test('every code of the schema and every refusal has a label in both languages, and no label is left over', () => {
  for (const locale of [zhCN, en]) {
    const labelled = Object.entries(locale).map(([group, labels]) => [group, Object.keys(labels).sort()])
    assert.deepEqual(labelled, Object.entries(SHOWN).map(([group, codes]) => [group, [...codes].sort()]))
  }
})
