import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commandsIn, targetsFrom } from '#kernel/lifecycle/lifecycle.ts'
import { rectificationLifecycle, type RectificationCommand } from './lifecycle.ts'
import { checkCallback, commandsFor, type HandlingFacts, type Reach } from './rules/handling.ts'
import { satisfaction } from './rules/satisfaction.ts'
import { CallbackResult } from './schema.ts'

const reaches: readonly Reach[] = ['office', 'handler', 'reader', 'evaluated', 'evaluator', 'none']

interface Walk {
  readonly facts: HandlingFacts
  readonly given: readonly RectificationCommand[]
}

/** Follows a rectification through whatever commands its rules offer, as the random choices say. */
function walk(reach: Reach, anonymous: boolean, choices: readonly number[]): Walk {
  let facts: HandlingFacts = { state: rectificationLifecycle.initial, anonymous, callbackResult: null, reopenings: 0 }
  const given: RectificationCommand[] = []
  for (const choice of choices) {
    const offered = commandsFor(reach, facts)
    const command = offered[choice % Math.max(offered.length, 1)]
    if (command === undefined) break
    given.push(command)
    const [to = facts.state] = targetsFrom(rectificationLifecycle.commands[command], facts.state)
    const results = CallbackResult.options.filter((result) => checkCallback(result, anonymous).ok)
    facts = {
      state: to,
      anonymous,
      callbackResult: command === 'call-back' ? (results[choice % results.length] ?? null) : command === 'reopen' ? null : facts.callbackResult,
      reopenings: facts.reopenings + (command === 'reopen' ? 1 : 0),
    }
  }
  return { facts, given }
}

const choices = fc.array(fc.nat({ max: 1000 }), { maxLength: 40 })

test('E-02, E-03 no way leads to closing without a call back, nor to a finding about a named evaluator without a contact', () => {
  fc.assert(
    fc.property(fc.constantFrom<Reach>('office', 'handler'), fc.boolean(), choices, (reach, anonymous, path) => {
      const { given, facts } = walk(reach, anonymous, path)
      if (given.includes('verify')) assert.equal(given.includes('contact'), !anonymous)
      const closed = given.indexOf('close')
      if (closed >= 0) assert.equal(given[closed - 1], 'call-back')
      if (facts.state === 'closed') assert.ok(facts.callbackResult !== 'dissatisfied' || facts.reopenings > 0)
      if (reach === 'handler') assert.ok(!given.includes('find-invalid'))
    }),
    { numRuns: 2000 },
  )
})

test('E-06 who only reads, was evaluated or evaluates is offered nothing in any state', () => {
  for (const reach of reaches.filter((each) => each !== 'office' && each !== 'handler')) {
    for (const state of Object.keys(rectificationLifecycle.states)) {
      assert.deepEqual(commandsFor(reach, { state, anonymous: false, callbackResult: null, reopenings: 0 }), [])
    }
  }
})

test('a closed or invalid rectification allows no command, every other state at least one', () => {
  for (const [state, { phase }] of Object.entries(rectificationLifecycle.states)) assert.equal(commandsIn(rectificationLifecycle, state).length === 0, phase === 'closed', state)
})

test('E-09 satisfied never exceeds valid, and the grades add up to valid', () => {
  const count = fc.record({ grade: fc.integer({ min: 1, max: 5 }), valid: fc.nat({ max: 1_000_000 }), excluded: fc.nat({ max: 1_000_000 }) })
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const { satisfied, valid, grades } = satisfaction(counts)
      assert.ok(satisfied <= valid)
      assert.equal(grades.reduce((sum, each) => sum + each, 0), valid)
      assert.equal(satisfied, valid - (grades[0] ?? 0) - (grades[1] ?? 0))
    }),
  )
})
