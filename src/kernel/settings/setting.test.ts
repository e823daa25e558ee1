import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkChange, type SettingChange, valueOn } from './change.ts'
import { choice, count, defineSettings, isSound, keepsBound, limit, ratio } from './setting.ts'

function change(validFrom: `${number}-${number}-${number}`, value: number, withdrawn = false): SettingChange {
  const at = new Date('2026-01-05T09:00:00+08:00')
  return { validFrom, value, reason: '理由', document: '文件', decidedAt: at, by: 'staff:HD0001', withdrawn: withdrawn ? { at, by: 'staff:HD0001', reason: '误' } : null }
}

test('whatever the order of the decisions, on each day the rule holds that began last, and a withdrawn one never', () => {
  const rule = limit(10, 'WORKING_DAY')
  const changes = [change('2026-06-01', 6), change('2026-03-01', 8), change('2026-04-01', 1, true)]
  const held = (['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'] as const).map((day) => valueOn(rule, changes, day))
  assert.deepEqual(held, [10, 8, 8, 6])
})

test('a bound holds on its side only: a ceiling for whoever waits, a floor for whoever must act', () => {
  const ceiling = count(20, { bound: { sense: 'atMost', value: 20, law: '《某法》第一条' } })
  const floor = count(7, { bound: { sense: 'atLeast', value: 7, law: '《某法》第二条' } })
  assert.deepEqual([19, 20, 21].map((value) => keepsBound(ceiling, value)), [true, true, false])
  assert.deepEqual([6, 7, 8].map((value) => keepsBound(floor, value)), [false, true, true])
})

test('a share may be a fraction up to one, a number and a limit are whole', () => {
  assert.deepEqual([0, 0.85, 1, 1.01, Number.NaN].map((value) => isSound(ratio(0.9), value)), [false, true, true, false, false])
  assert.deepEqual([0, 1.5, 2, -1].map((value) => isSound(count(2), value)), [true, false, true, false])
  assert.equal(isSound(limit(1, 'WORKING_DAY'), Number.NaN), false)
})

test('a day that was withdrawn may be chosen again', () => {
  assert.equal(checkChange(limit(10, 'WORKING_DAY'), [change('2026-04-01', 1, true)], { validFrom: '2026-04-01', value: 2 }, '2026-03-01').ok, true)
})

test('a default that breaks its own bound is a fault of the program, not a rule', () => {
  assert.throws(() => defineSettings('cases', { decision: limit(21, 'WORKING_DAY', { bound: { sense: 'atMost', value: 20, law: '《某法》第一条' } }) }), /cases\.decision/)
})

test('an operation reads limits as the clock takes them, and the other kinds as numbers', () => {
  const group = defineSettings('patrols', { eachHalfDay: count(4), answerWithin: limit(3, 'WORKING_DAY'), share: ratio(0.9) })
  assert.deepEqual(group.defaults, { eachHalfDay: 4, answerWithin: { value: 3, unit: 'WORKING_DAY' }, share: 0.9 })
})

test('a choice is one of its ways by name, the first until the city decides otherwise, and nothing else', () => {
  const group = defineSettings('evaluations', { shown: choice('atOnce', 'withReply') })
  const { shown } = group.settings
  assert.equal(group.defaults.shown, 'atOnce')
  assert.deepEqual(['atOnce', 'withReply', 'never', 0, 1].map((value) => isSound(shown, value)), [true, true, false, false, false])
  const checked = (value: string) => checkChange(shown, [], { validFrom: '2026-04-01', value }, '2026-03-01')
  assert.equal(checked('withReply').ok, true)
  assert.deepEqual([checked('never'), checked('atOnce')].map((verdict) => !verdict.ok && verdict.refusal.code), ['settings.out-of-range', 'settings.unchanged'])
  assert.equal(isSound(count(3), '3'), false, 'a number is no word')
})
