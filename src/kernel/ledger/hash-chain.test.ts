import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sm3Hex } from '#kernel/crypto/sm3.ts'
import { eventHash, genesisHash, verifyChain, type ChainedEvent, type LedgerEvent } from './hash-chain.ts'

const anEvent = (seq: number): LedgerEvent => ({
  matterId: 'matter-1', seq, at: new Date(Date.UTC(2024, 5, seq)).toISOString(), actor: 'staff/7', command: 'cases.accept-case',
  from: seq === 1 ? null : 'received', to: 'accepted', detail: { note: `step ${seq}` },
})

function chained(events: readonly LedgerEvent[], prevHash = genesisHash('matter-1')): ChainedEvent[] {
  let previous = prevHash
  return events.map((event) => {
    const link = { ...event, prevHash: previous, hash: eventHash(previous, event) }
    previous = link.hash
    return link
  })
}

const whole = chained([1, 2, 3, 4, 5].map(anEvent))
const withEvent = (index: number, change: Partial<ChainedEvent>) => whole.map((event, i) => (i === index ? { ...event, ...change } : event))

test('an event hash is SM3 over the label, the previous hash and the canonical event, so anyone can recompute it', () => {
  const text = '{"actor":"staff/7","at":"2024-06-01T00:00:00.000Z","command":"cases.accept-case","detail":{"note":"step 1"},"from":null,"matterId":"matter-1","seq":1,"to":"accepted"}'
  const start = sm3Hex('yimen/ledger/genesis/1\0matter-1')
  assert.equal(eventHash(start, anEvent(1)), sm3Hex(`yimen/ledger/event/1\0${start}\0${text}`))
})

test('an untouched chain holds and gives its last hash; so does a chain without events', () => {
  assert.deepEqual(verifyChain(whole), { ok: true, head: whole.at(-1)?.hash })
  assert.deepEqual(verifyChain([]), { ok: true, head: undefined })
})

test('whichever field of whichever event is edited, that event is named', () => {
  const changes: readonly Partial<ChainedEvent>[] = [
    { at: '2024-06-09T00:00:00.001Z' }, { actor: 'staff/8' }, { command: 'cases.refuse-case' },
    { from: 'draft' }, { to: null }, { detail: { note: 'other' } }, { hash: '01'.repeat(32) }, { prevHash: '01'.repeat(32) },
  ]
  fc.assert(
    fc.property(fc.nat(4), fc.constantFrom(...changes), (index, change) => {
      assert.deepEqual(verifyChain(withEvent(index, change)), { ok: false, seq: index + 1, fault: 'changed' })
    }),
  )
})

test('an event that was rewritten together with its hash is named by the event after it', () => {
  const edited = { ...anEvent(3), actor: 'staff/8' }
  const prevHash = whole[2]?.prevHash ?? ''
  const forged = withEvent(2, { ...edited, hash: eventHash(prevHash, edited) })
  assert.deepEqual(verifyChain(forged), { ok: false, seq: 3, fault: 'rewritten' })
})

test('a first event that is chained to something else than the start is named', () => {
  assert.deepEqual(verifyChain(chained([anEvent(1)], '01'.repeat(32))), { ok: false, seq: 1, fault: 'rewritten' })
})

test('a removed event is missing; a repeated one is out of order', () => {
  assert.deepEqual(verifyChain(whole.toSpliced(2, 1)), { ok: false, seq: 3, fault: 'missing' })
  assert.deepEqual(verifyChain(whole.slice(1)), { ok: false, seq: 1, fault: 'missing' })
  assert.deepEqual(verifyChain(whole.toSpliced(2, 0, ...whole.slice(1, 2))), { ok: false, seq: 2, fault: 'order' })
})

test('an event of another matter does not belong to the chain', () => {
  assert.deepEqual(verifyChain(withEvent(2, { matterId: 'matter-2' })), { ok: false, seq: 3, fault: 'other-matter' })
})

test('an instant that could be written in two ways is refused when hashing and reported when verifying', () => {
  for (const at of ['2024-06-03T08:00:00+08:00', '2024-06-03', '2024-06-03T00:00:00Z', '2024-02-30T00:00:00.000Z', '']) {
    assert.throws(() => eventHash('', { ...anEvent(1), at }), TypeError)
    assert.deepEqual(verifyChain(withEvent(2, { at })), { ok: false, seq: 3, fault: 'unreadable' })
  }
})
