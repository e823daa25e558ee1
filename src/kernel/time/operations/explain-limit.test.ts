import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { InputOf, OutputOf } from '#app'
import { anonymous } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

type Input = InputOf<'kernel.explain-limit'>

function ask(input: Input): Promise<OutputOf<'kernel.explain-limit'>> {
  return office.call('kernel.explain-limit', anonymous, input)
}

function refusal(input: Input): Promise<string> {
  return ask(input).then(() => '', (error: unknown) => (error instanceof Refusal ? error.code : String(error)))
}

const twenty = { value: 20, unit: 'WORKING_DAY' } as const

test('T-08 the calculator explains every day: the Spring Festival and both make-up weekends of 2018', async () => {
  const { dueDay, dueAt, provisional, days } = await ask({ from: '2018-02-09', limit: { value: 5, unit: 'WORKING_DAY' } })
  assert.deepEqual([dueDay, dueAt, provisional], ['2018-02-22', '2018-02-23T00:00:00+08:00', false])
  assert.equal(days.length, 14)
  assert.deepEqual(days.map(({ number }) => number).filter((number) => number !== null), [1, 2, 3, 4, 5])
  assert.deepEqual([days[0]?.why, days[2]?.why, days[7]?.why], ['trigger-day', 'make-up', 'holiday'])
  assert.match(days[2]?.words ?? '', /^2018-02-11（周日）：计入，第1日，调休上班/)
})

test('C-09 stops move the date by the working days they took out, and an extension lengthens the limit', async () => {
  const stops = [{ from: '2025-06-11', to: '2025-06-17', cause: 'expertReview' }] as const
  assert.equal((await ask({ from: '2025-06-09', limit: { value: 5, unit: 'WORKING_DAY' }, stops: [...stops] })).dueDay, '2025-06-20')
  assert.equal((await ask({ from: '2025-06-09', limit: { value: 5, unit: 'WORKING_DAY' }, stops: [...stops], extension: 2 })).dueDay, '2025-06-24')
  const open = await ask({ from: '2026-09-01', limit: twenty, stops: [{ from: '2026-09-03', cause: 'testing' }] })
  assert.deepEqual([open.stopped, open.dueDay, open.dueAt], [true, null, null])
})

test('C-08 a pause that no rule takes out is refused, with its rule it is accepted; stops that overlap are refused', async () => {
  assert.equal(await refusal({ from: '2025-06-09', limit: twenty, stops: [{ from: '2025-06-11', to: '2025-06-17', cause: 'supplement' }] }), 'time.cause-does-not-stop')
  const named = await ask({ from: '2025-06-09', limit: twenty, stops: [{ from: '2025-06-11', to: '2025-06-17', cause: 'supplement', basis: '《政府信息公开条例》第三十条' }] })
  assert.equal(named.dueDay, '2025-07-11')
  assert.equal(await refusal({ from: '2025-06-09', limit: twenty, stops: [{ from: '2025-06-11', cause: 'testing' }, { from: '2025-06-12', cause: 'testing' }] }), 'time.already-paused')
  assert.equal(await refusal({ from: '2025-06-09', limit: twenty, stops: [{ from: '2025-06-17', to: '2025-06-11', cause: 'testing' }] }), 'time.not-chronological')
})

test('T-14 a year without arrangement is refused, or counted by weekends if that is asked for, and then marked', async () => {
  assert.equal(await refusal({ from: '2026-12-21', limit: twenty }), 'time.calendar-missing')
  const counted = await ask({ from: '2026-12-21', limit: twenty, provisional: true })
  assert.equal(counted.provisional, true)
  assert.ok(counted.days.filter(({ day }) => day >= '2027-01-01').every((day) => day.provisional))
  assert.ok(counted.days.filter(({ day }) => day < '2027-01-01').every((day) => !day.provisional))
})

test('T-02 T-03 hours need an instant; natural days that end on a holiday move, and the answer says from where', async () => {
  assert.equal(await refusal({ from: '2025-06-09', limit: { value: 24, unit: 'HOUR' } }), 'time.limit-needs-instant')
  assert.equal((await ask({ from: '2025-06-09T10:30:00+08:00', limit: { value: 24, unit: 'HOUR' } })).dueAt, '2025-06-10T10:30:00+08:00')
  const moved = await ask({ from: '2025-09-16', limit: { value: 15, unit: 'CALENDAR_DAY' } })
  assert.deepEqual([moved.dueDay, moved.movedFrom], ['2025-10-09', '2025-10-01'])
  assert.equal(await refusal({ from: '2025-06-09', limit: { value: 2_501, unit: 'WORKING_DAY' } }), 'contract.invalid-input')
})
