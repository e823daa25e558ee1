import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gridErrors } from './errors.ts'
import { eventLifecycle } from './lifecycle.ts'
import zh from './locales/zh-CN.json' with { type: 'json' }
import { clockNames } from './rules/clocks.ts'
import type { ComponentFaultReason, ComponentField } from './rules/components.ts'
import { ComponentState, DeclineReason, EventGrade, EventSource, LEVELS, PhotoStage } from './schema.ts'

const componentFields: readonly ComponentField[] = ['code', 'longitude', 'latitude', 'address', 'unit', 'surveyedOn', 'state']
const componentFaults: readonly ComponentFaultReason[] = ['codeUnreadable', 'codeTwice', 'categoryUnknown', 'otherDistrict', 'placeUnreadable', 'placeOutside', 'addressTooLong', 'unitUnknown', 'dayUnreadable', 'stateUnknown']

const shown: Readonly<Record<Exclude<keyof typeof zh, 'messages'>, readonly string[]>> = {
  levels: LEVELS,
  componentStates: ComponentState.options,
  componentFields,
  componentFaults,
  eventColumns: ['number', 'state', 'source', 'category', 'cellId', 'level', 'leadUnitId', 'openedAt', 'dueAt', 'overdue', 'reviewOn', 'orderNumber'],
  answers: ['yes', 'no'],
  sources: EventSource.options,
  photoStages: PhotoStage.options,
  declineReasons: DeclineReason.options,
  grades: EventGrade.options,
  states: Object.keys(eventLifecycle.states),
  commands: ['collect', ...Object.keys(eventLifecycle.commands)],
  clocks: clockNames,
  errors: Object.values(gridErrors).map(({ code }) => code),
}

test('every code of the grid that a page can show has a word, and no word is left over', () => {
  for (const [list, codes] of Object.entries(shown)) assert.deepEqual(Object.keys(zh[list as keyof typeof zh]).toSorted(), [...codes].toSorted(), list)
})
