import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkStep, isClosed, type Lifecycle, targetsFrom } from '#kernel/lifecycle/lifecycle.ts'
import { certificateErrors } from './errors.ts'
import { type CertificateCommand, certificateLifecycle, certificateState, operationCode, stateAfter } from './lifecycle.ts'
import { STANDING_FAULTS } from './rules.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }

const commands = Object.keys(certificateLifecycle.commands) as CertificateCommand[]

/** Tries the commands one after another; those that the state does not allow change nothing. */
function live(history: readonly CertificateCommand[]): readonly string[] {
  const states: string[] = [certificateLifecycle.initial]
  for (const command of history) {
    const state = states.at(-1) ?? ''
    const [to] = targetsFrom<string>(certificateLifecycle.commands[command], state)
    if (to !== undefined && checkStep(certificateLifecycle as Lifecycle, state, command, to).ok) states.push(to)
  }
  return states
}

test('D-06 whatever is tried, a rescinded, revoked, deregistered or expired certificate never changes again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 30 }), (history) => {
      const states = live(history)
      const end = states.findIndex((state) => isClosed(certificateLifecycle as Lifecycle, state))
      return end === -1 || states.slice(end).every((state) => state === states[end])
    }),
    { numRuns: 5_000 },
  )
})

test('D-06 a withheld certificate is restored, and a transfer can be cancelled', () => {
  assert.deepEqual(live(['withhold', 'restore']), ['01', '02', '01'])
  assert.deepEqual(live(['transfer-out', 'cancel-transfer']), ['01', '06', '01'])
})

test('D-06 a withheld certificate is not replaced and not withheld twice', () => {
  assert.deepEqual(live(['withhold', 'replace', 'withhold', 'transfer-out']), ['01', '02'])
})

test('D-07 what has run out may still be renewed, because the decision may come after the last day', () => {
  assert.deepEqual(live(['expire', 'replace']), ['01', '05', '05'])
})

test('every command leads to the one state that the lifecycle names for it', () => {
  for (const [command, to] of Object.entries(stateAfter)) {
    const rule = (certificateLifecycle as Lifecycle).commands[command]
    assert.deepEqual([...new Set(rule?.from.flatMap((from) => targetsFrom(rule, from)))], [to], command)
  }
})

test('every state, command, reason and refusal has a text in both languages, and no text is left over', () => {
  const shown = {
    states: Object.values(certificateState),
    commands: Object.keys(operationCode),
    reasons: [...STANDING_FAULTS, 'signature'],
    errors: Object.values(certificateErrors).map(({ code }) => code),
  }
  for (const locale of [zh, en]) {
    assert.deepEqual(Object.entries(locale).map(([group, texts]) => [group, Object.keys(texts).toSorted()]), Object.entries(shown).map(([group, codes]) => [group, [...codes].toSorted()]))
  }
})
