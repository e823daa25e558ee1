import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CHANNELS } from '../schema.ts'
import { awaitsConfirmation, receiptDay } from './receipt.ts'

const arrived = { arrivedOn: '2026-09-07', today: '2026-09-09' } as const

function dayOf(arrival: Parameters<typeof receiptDay>[0]): string {
  const verdict = receiptDay(arrival)
  return verdict.ok ? verdict.value : verdict.refusal.code
}

test('O-07 handed in at a window: received on the day it was handed in', () => {
  assert.equal(dayOf({ ...arrived, channel: 'inPerson' }), '2026-09-07')
  assert.equal(dayOf({ ...arrived, channel: 'inPerson', statedOn: '2026-09-08' }), 'disclosure.receipt-day-wrong')
})

test('O-07 by registered mail: received on the day it was signed for', () => {
  assert.equal(dayOf({ ...arrived, channel: 'registeredMail', statedOn: '2026-09-07' }), '2026-09-07')
})

for (const channel of ['ordinaryMail', 'personalName', 'online', 'email', 'fax'] as const) {
  test(`O-07 by ${channel}: received on the day on which the receipt was confirmed`, () => {
    assert.equal(awaitsConfirmation(channel), true)
    assert.equal(dayOf({ ...arrived, channel, statedOn: '2026-09-08' }), '2026-09-08')
    assert.equal(dayOf({ ...arrived, channel }), '2026-09-09')
  })
}

test('O-07 nothing was received on a day to come, nor before it was there', () => {
  for (const channel of CHANNELS) {
    assert.equal(dayOf({ ...arrived, channel, statedOn: '2026-09-10' }), 'disclosure.receipt-day-wrong', channel)
    assert.equal(dayOf({ ...arrived, channel, statedOn: '2026-09-04' }), 'disclosure.receipt-day-wrong', channel)
  }
})
