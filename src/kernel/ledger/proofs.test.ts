import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { runErrand } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { verifyCheckpoint } from './checkpoint.ts'
import { makeCheckpointJob } from './jobs.ts'
import { makeCheckpoint } from './make-checkpoint.ts'
import { merkleRoot } from './merkle.ts'
import { verifyConsistency, verifyInclusion } from './merkle-verify.ts'
import type { SignedRoot } from './schema.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const sizes: number[] = []
const receipts: string[] = []

before(async () => {
  for (const number of ['E-1', 'E-2', 'E-3']) {
    receipts.push((await runErrand(office.app, number)).headHash)
    sizes.push((await office.call('kernel.make-checkpoint', law, {})).treeSize ?? 0)
  }
})

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
const isSigned = (checkpoint: SignedRoot): boolean =>
  verifyCheckpoint(
    { treeSize: checkpoint.treeSize, root: bytes(checkpoint.root), signedAt: new Date(checkpoint.signedAt), signature: bytes(checkpoint.signature) },
    office.app.services.officeKey.publicKey,
  )

test('a receipt holder checks offline, from the hash on the receipt, that the event stands under a root that the office signed', async () => {
  for (const eventHash of receipts) {
    const { leafIndex, auditPath, checkpoint } = await office.call('kernel.get-inclusion-proof', anonymous, { eventHash })
    assert.equal(checkpoint.treeSize, sizes.at(-1))
    const claim = { leaf: bytes(eventHash), index: leafIndex, treeSize: checkpoint.treeSize, root: bytes(checkpoint.root), proof: auditPath.map(bytes) }
    assert.equal(verifyInclusion(claim), true)
    assert.equal(verifyInclusion({ ...claim, leaf: Buffer.alloc(32, 1) }), false)
    assert.equal(isSigned(checkpoint), true)
    assert.equal(isSigned({ ...checkpoint, signedAt: '2020-01-01T00:00:00+08:00' }), false)
  }
})

test('an event is proven in any later root that was published, and not in an earlier one', async () => {
  const [first = '', , third = ''] = receipts
  const { leafIndex, auditPath, checkpoint } = await office.call('kernel.get-inclusion-proof', anonymous, { eventHash: first, treeSize: sizes[1] })
  assert.equal(checkpoint.treeSize, sizes[1])
  assert.equal(verifyInclusion({ leaf: bytes(first), index: leafIndex, treeSize: checkpoint.treeSize, root: bytes(checkpoint.root), proof: auditPath.map(bytes) }), true)
  await assert.rejects(office.call('kernel.get-inclusion-proof', anonymous, { eventHash: third, treeSize: sizes[0] }), refusal('ledger.event-not-in-tree'))
  await assert.rejects(office.call('kernel.get-inclusion-proof', anonymous, { eventHash: first, treeSize: 1 }), refusal('ledger.checkpoint-unknown'))
  await assert.rejects(office.call('kernel.get-inclusion-proof', anonymous, { eventHash: '00'.repeat(32) }), refusal('ledger.event-not-in-tree'))
})

test('whoever kept an old root sees that the newest tree only added events', async () => {
  for (const size of sizes) {
    const { from, to, proof } = await office.call('kernel.get-consistency-proof', anonymous, { from: size })
    const claim = { oldSize: from.treeSize, newSize: to.treeSize, oldRoot: bytes(from.root), newRoot: bytes(to.root), proof: proof.map(bytes) }
    assert.equal(verifyConsistency(claim), true)
    assert.equal(verifyConsistency({ ...claim, oldRoot: Buffer.alloc(32, 7) }), false)
    assert.equal(isSigned(to), true)
  }
  await assert.rejects(office.call('kernel.get-consistency-proof', anonymous, { from: 8, to: 4 }), refusal('ledger.sizes-not-ordered'))
})

test('the published roots are listed newest first, page by page', async () => {
  const first = await office.call('kernel.list-checkpoints', anonymous, { limit: 2 })
  assert.deepEqual(first.items.map((item) => item.treeSize), [sizes[2], sizes[1]])
  const second = await office.call('kernel.list-checkpoints', anonymous, { limit: 2, cursor: first.nextCursor })
  assert.deepEqual(second.items.map((item) => item.treeSize), [sizes[0]])
  assert.equal(second.nextCursor, null)
})

test('a checkpoint without waiting events is not made, and a clerk may not ask for one', async () => {
  assert.deepEqual(await office.call('kernel.make-checkpoint', law, {}), { treeSize: null, added: 0, more: false })
  const clerk = { kind: 'staff', id: 'HD0001', name: '', unitId: 'office', roles: [{ role: 'windowClerk', unitId: 'office' }] } as const
  await assert.rejects(office.call('kernel.make-checkpoint', clerk, {}), refusal('contract.not-permitted'))
})

test('leaves stand in the order of the events, and two checkpoints made at once share no event', async () => {
  await runErrand(office.app, 'E-5', { from: new Date('2026-09-07T10:00:30+08:00') })
  await runErrand(office.app, 'E-4', { from: new Date('2026-09-07T10:00:00+08:00') })
  const made = await Promise.all([makeOf(8), makeOf(8)])
  assert.deepEqual(made.map((one) => one?.added ?? 0).toSorted((a, b) => a - b), [0, 8])
  const { rows } = await office.database.pool.query<{ at: Date }>('SELECT e.at FROM ledger_leaves JOIN matter_events e USING (matter_id, seq) WHERE leaf_no >= $1 ORDER BY leaf_no', [sizes[2]])
  assert.deepEqual(rows.map((row) => row.at.getTime()), rows.map((row) => row.at.getTime()).toSorted((a, b) => a - b))
})

test('a tree that grew a few leaves at a time has the root of the tree over all of them', async () => {
  await runErrand(office.app, 'E-6', { notes: 9 })
  let last = await makeOf(5)
  for (let next = last; next; next = await makeOf(5)) last = next
  const { rows } = await office.database.pool.query<{ hash: Buffer }>('SELECT hash FROM ledger_leaves ORDER BY leaf_no')
  assert.ok(last)
  assert.deepEqual([last.checkpoint.treeSize, last.checkpoint.root], [rows.length, merkleRoot(rows.map((row) => row.hash))])
})

test('the job of every minute leaves no event waiting, and does nothing when it comes twice', async () => {
  const waiting = async (): Promise<number> => (await office.database.pool.query('SELECT 1 FROM ledger_pending')).rowCount ?? 0
  await runErrand(office.app, 'E-7')
  assert.equal(await waiting(), 4)
  await makeCheckpointJob.run(office.app.jobContext(), {})
  assert.equal(await waiting(), 0)
  const [newest] = (await office.call('kernel.list-checkpoints', anonymous, { limit: 1 })).items
  await makeCheckpointJob.run(office.app.jobContext(), {})
  assert.deepEqual((await office.call('kernel.list-checkpoints', anonymous, { limit: 1 })).items, [newest])
})

function makeOf(limit: number): ReturnType<typeof makeCheckpoint> {
  return office.app.db.transaction().execute((tx) => makeCheckpoint(tx, office.app.services, { now: office.clock.now(), limit }))
}

function refusal(code: string): (error: unknown) => boolean {
  return (error) => error instanceof Refusal && error.code === code
}
