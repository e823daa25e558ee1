import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays } from '#kernel/time/day.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { instantOfArrival } from './arrivals.ts'
import { dice } from './dice.ts'
import { planEvent } from './event-plan.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const plans = Array.from({ length: 3_000 }, (_, n) => {
  const chance = dice(`1:event:${n}`)
  return planEvent(calendar, `event:${n}`, { at: instantOfArrival(chance, addCalendarDays('2018-01-01', n % 151), 'mobile'), source: 'patrol' }, chance)
})

test('G-07 an event goes through its steps in order, each after the one before, or is declined', () => {
  const steps = ['collect', 'file', 'dispatch', 'accept', 'feedBack', 'photograph', 'verify', 'conclude']
  for (const { name, acts } of plans) {
    assert.deepEqual(acts, acts.toSorted((one, other) => one.at.getTime() - other.at.getTime()), name)
    const kinds = acts.map(({ kind }) => kind as string)
    if (kinds.includes('decline')) assert.deepEqual(kinds, ['collect', 'decline'])
    else assert.deepEqual(steps.map((step) => kinds.indexOf(step)), steps.map((step) => kinds.indexOf(step)).toSorted((a, b) => a - b), name)
    assert.ok(kinds.includes('decline') || steps.every((step) => kinds.includes(step)), name)
  }
})

test('G-04 an event rises one level at a time and is dispatched at the level at which it is', () => {
  const levels = ['community', 'town', 'district']
  const risen = plans.filter(({ acts }) => acts.some(({ kind }) => kind === 'escalate'))
  assert.ok(risen.length > 500)
  for (const { name, acts } of risen) {
    for (const [place, act] of acts.entries()) {
      const next = acts[place + 1]
      const steps = next === undefined ? 0 : levels.indexOf(next.level) - levels.indexOf(act.level)
      assert.equal(steps, act.kind === 'escalate' ? 1 : 0, name)
    }
  }
})

test('G-06 only what was given more time is shelved, and it is taken up on the day that was set', () => {
  const shelved = plans.filter(({ acts }) => acts.some(({ kind }) => kind === 'shelve'))
  assert.ok(shelved.length > 5)
  for (const { name, acts } of shelved) {
    const kinds = acts.map(({ kind }) => kind)
    assert.equal(kinds[kinds.indexOf('shelve') - 1], 'delay', name)
    assert.equal(kinds[kinds.indexOf('shelve') + 1], 'resume', name)
  }
})

test('what was not as it was fed back is done again and looked at again', () => {
  const again = plans.filter(({ acts }) => acts.some((act) => act.kind === 'verify' && !act.equal))
  assert.ok(again.length > 50)
  for (const { acts } of again) assert.deepEqual(acts.filter(({ kind }) => kind === 'feedBack' || kind === 'verify').map(({ kind, turn }) => `${kind} ${turn}`), ['feedBack 1', 'verify 1', 'feedBack 2', 'verify 2'])
})
