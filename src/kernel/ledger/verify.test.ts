import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { law } from '#kernel/access/caller.ts'
import { newSm2KeyPair } from '#kernel/crypto/sm2.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { sealContent } from '#kernel/documents/seal.ts'
import { envelopeOf } from '#kernel/documents/stored-document.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { errandLifecycle, runErrand } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { signCheckpoint } from './checkpoint.ts'
import { findCheckpoint } from './checkpoint-store.ts'
import { eventHash, genesisHash } from './hash-chain.ts'
import { verificationLines, type LedgerVerification } from './verification.ts'
import { verifyLedger } from './verify.ts'
import { verifyMatters } from './verify-matters.ts'
import { listCheckedEvents } from './verify-store.ts'

const office = await openTestOffice({ with: 'empty' })
const owner = openDatabase({ url: office.ownerUrl, schema: 'yimen', poolSize: 2, asApplication: false })
const ledgerTables = ['documents', 'matter_events', 'matters', 'ledger_pending', 'ledger_leaves', 'ledger_nodes', 'checkpoints']
const matters: Matter[] = []
after(async () => {
  await owner.close()
  await office.close()
})

// Two matters under two roots, a third that still waits; then every test touches them behind the application's back.
before(async () => {
  for (const number of ['E-1', 'E-2', 'E-3']) {
    matters.push(await runErrand(office.app, number, { notes: 2 }))
    if (number !== 'E-3') await office.call('kernel.make-checkpoint', law, {})
  }
  await issueLetter(first().id)
  for (const table of ledgerTables) await owner.pool.query(`CREATE TABLE kept_${table} AS TABLE ${table}`)
})
beforeEach(async () => {
  await owner.pool.query(`TRUNCATE ${ledgerTables.join(', ')} CASCADE`)
  for (const table of ledgerTables.toReversed()) await owner.pool.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`)
})

const verify = (): Promise<LedgerVerification> => verifyLedger(office.app.db, { publicKey: office.app.services.officeKey.publicKey, lifecycles: [errandLifecycle] })
const nth = (place: number): Matter => {
  const matter = matters[place]
  assert.ok(matter)
  return matter
}
const [first, second, third] = [() => nth(0), () => nth(1), () => nth(2)]

async function findsAfter(act: string, values: readonly unknown[], expected: object): Promise<void> {
  await owner.pool.query(act, [...values])
  const outcome = await verify()
  assert.deepEqual(outcome.ok ? 'whole' : outcome.fault, expected)
}

const inEvent = (matter: Matter, seq: number): object => ({ matterId: matter.id, number: matter.number, seq })

test('an untouched ledger holds, and everything in it was counted', async () => {
  const outcome = await verify()
  assert.deepEqual(outcome, { ok: true, counts: { matters: 3, events: 15, leaves: 10, checkpoints: 2, documents: 1 } })
  assert.deepEqual(verificationLines(outcome), ['台账完整，未发现改动。', '已核对办件 3 件、记录 15 条、叶子 10 片、检查点 2 个、文书 1 份。'])
})

test('a changed detail, actor, command or instant names the event', async () => {
  const expected = { fault: 'changed', ...inEvent(second(), 3) }
  for (const change of [`detail = '{"page": 9}'`, `actor = 'staff:HD0009'`, `command = 'finish'`, `at = at - interval '1 day'`]) {
    await findsAfter(`UPDATE matter_events SET ${change} WHERE matter_id = $1 AND seq = 3`, [second().id], expected)
  }
  assert.deepEqual(verificationLines(await verify()).slice(0, 2), ['台账被改动过，最先发现的一处：', `办件 ${second().id}，办件编号 E-2，第几条 3：记录的内容被改动`])
})

test('an instant moved by less than a millisecond does not pass for the original', async () => {
  await findsAfter(`UPDATE matter_events SET at = at + interval '1 microsecond' WHERE matter_id = $1 AND seq = 2`, [first().id], { fault: 'unreadable', ...inEvent(first(), 2) })
})

test('a matter removed while its events stay names its first event', async () => {
  await owner.pool.query('TRUNCATE documents')
  await findsAfter('DELETE FROM matters WHERE id = $1', [second().id], { fault: 'matter-removed', matterId: second().id, seq: 1 })
})

test('an event removed from the middle is missing', async () => {
  await findsAfter('DELETE FROM matter_events WHERE matter_id = $1 AND seq = 2', [first().id], { fault: 'missing', ...inEvent(first(), 2) })
})

test('two events whose contents changed places are found at the earlier one', async () => {
  await findsAfter(
    `UPDATE matter_events e SET detail = o.detail, hash = o.hash, prev_hash = o.prev_hash FROM matter_events o
     WHERE e.matter_id = $1 AND o.matter_id = $1 AND e.seq IN (3, 4) AND o.seq = 7 - e.seq`,
    [first().id],
    { fault: 'changed', ...inEvent(first(), 3) },
  )
})

test('a head hash that is not that of the last event is found', async () => {
  await findsAfter(`UPDATE matters SET head_hash = decode(repeat('ab', 32), 'hex') WHERE id = $1`, [second().id], { fault: 'head-differs', ...inEvent(second(), 5) })
})

test('a state, version, outcome, leading unit, opening or closing that the events do not say is found', async () => {
  for (const change of [`state = 'inHand'`, 'version = 7', `outcome = 'refused'`, 'outcome = NULL', `lead_unit_id = 'another'`, `opened_at = opened_at - interval '1 hour'`, 'closed_at = NULL']) {
    await findsAfter(`UPDATE matters SET ${change} WHERE id = $1`, [third().id], { fault: 'state-differs', ...inEvent(third(), 5) })
    await owner.pool.query('UPDATE matters m SET state = k.state, version = k.version, outcome = k.outcome, lead_unit_id = k.lead_unit_id, opened_at = k.opened_at, closed_at = k.closed_at FROM kept_matters k WHERE k.id = m.id')
  }
})

test('events cut off the end are missing, and if the head was moved back as well the tree still shows them', async () => {
  await findsAfter('DELETE FROM matter_events WHERE matter_id = $1 AND seq = 5', [first().id], { fault: 'missing', ...inEvent(first(), 5) })
  await owner.pool.query(
    `UPDATE matters SET state = e.to_state, version = 4, head_seq = 4, head_hash = e.hash, closed_at = NULL, outcome = NULL FROM matter_events e WHERE id = $1 AND e.matter_id = id AND e.seq = 4`,
    [first().id],
  )
  const outcome = await verify()
  assert.deepEqual(outcome.ok ? 'whole' : outcome.fault, { fault: 'event-removed', ...inEvent(first(), 5), leafIndex: 4 })
})

test('a whole chain computed anew is found, because the tree holds the old hashes', async () => {
  await rewriteChain(second())
  const outcome = await verify()
  assert.deepEqual(outcome.ok ? 'whole' : outcome.fault, { fault: 'leaf-differs', ...inEvent(second(), 1) })
})

test('an event that is taken off the waiting list, or that waits and was removed, is found', async () => {
  await findsAfter('DELETE FROM ledger_pending WHERE matter_id = $1 AND seq = 4', [third().id], { fault: 'not-in-tree', ...inEvent(third(), 4) })
  await owner.pool.query('DELETE FROM matter_events WHERE matter_id = $1', [third().id])
  await owner.pool.query('DELETE FROM matters WHERE id = $1', [third().id])
  const outcome = await verify()
  assert.deepEqual(outcome.ok ? 'whole' : outcome.fault, { fault: 'event-removed', matterId: third().id, seq: 1 })
})

test('a forged root is found, also when it was signed anew with another key', async () => {
  await findsAfter(`UPDATE checkpoints SET root = decode(repeat('cd', 32), 'hex') WHERE tree_size = 5`, [], { fault: 'root-forged', treeSize: 5 })
  await findsAfter('UPDATE checkpoints c SET root = k.root, signature = decode(repeat($1, 64), $2) FROM kept_checkpoints k WHERE c.tree_size = 5 AND k.tree_size = 5', ['ef', 'hex'], { fault: 'signature-false', treeSize: 5 })
  const kept = await findCheckpoint(owner.db, 5)
  assert.ok(kept)
  const forged = signCheckpoint(kept, newSm2KeyPair())
  await findsAfter('UPDATE checkpoints SET signature = $1, public_key = $2 WHERE tree_size = 5', [forged.signature, forged.publicKey], { fault: 'signature-false', treeSize: 5 })
})

test('a leaf, node or checkpoint that was removed or added is found', async () => {
  await findsAfter('DELETE FROM checkpoints WHERE tree_size = 10', [], { fault: 'leaves-unsigned', leafIndex: 5 })
  await owner.pool.query('INSERT INTO checkpoints SELECT * FROM kept_checkpoints WHERE tree_size = 10')
  await findsAfter('DELETE FROM ledger_nodes WHERE level = 1 AND index = 1', [], { fault: 'node-differs', leafIndex: 2 })
  await owner.pool.query('INSERT INTO ledger_nodes SELECT * FROM kept_ledger_nodes WHERE level = 1 AND index = 1')
  await findsAfter(`INSERT INTO ledger_nodes VALUES (1, 900, decode(repeat('ab', 32), 'hex'))`, [], { fault: 'node-differs', leafIndex: 10 })
  await owner.pool.query(`DELETE FROM ledger_nodes WHERE index = 900`)
  await findsAfter('WITH moved AS (DELETE FROM ledger_leaves WHERE leaf_no = 9 RETURNING *) INSERT INTO ledger_pending SELECT matter_id, seq, hash FROM moved', [], { fault: 'tree-cut', treeSize: 10, leafIndex: 9 })
  await findsAfter('WITH moved AS (DELETE FROM ledger_leaves WHERE leaf_no = 3 RETURNING *) INSERT INTO ledger_pending SELECT matter_id, seq, hash FROM moved', [], { fault: 'leaf-missing', leafIndex: 3 })
})

test('a document whose number, instant or content hash is not what was sealed is found', async () => {
  for (const change of [`number = '一〔2026〕2号'`, `issued_at = issued_at - interval '3 days'`, `content_hash = decode(repeat('00', 32), 'hex')`]) {
    await owner.pool.query(`UPDATE documents SET ${change}`)
    const outcome = await verify()
    assert.equal(outcome.ok ? 'whole' : outcome.fault.fault, 'seal-false')
    await owner.pool.query('UPDATE documents d SET number = k.number, issued_at = k.issued_at, content_hash = k.content_hash FROM kept_documents k')
  }
})

test('what was found is said, and what broke the check is thrown, also where the matters after it cannot be read', async () => {
  // Five hundred matters later, one whose event the database itself cannot put into a number.
  await owner.pool.query(
    `INSERT INTO matters SELECT c.* FROM matters m, generate_series(1, 500) n,
       jsonb_populate_record(m, jsonb_build_object('id', 'ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'), 'number', 'F-' || n)) c WHERE m.id = $1`,
    [first().id],
  )
  await owner.pool.query(
    `INSERT INTO matter_events SELECT c.* FROM matter_events e, jsonb_populate_record(e, '{"matter_id": "ffffffff-0000-7000-8000-000000000500", "at": "infinity"}') c WHERE e.matter_id = $1 AND e.seq = 1`,
    [first().id],
  )
  await assert.rejects(
    verifyMatters(office.app.db, [errandLifecycle], () => {
      throw new Error('nobody counts')
    }),
    /nobody counts/,
  )
  await findsAfter(`UPDATE matter_events SET actor = 'staff:HD0009' WHERE matter_id = $1 AND seq = 3`, [second().id], { fault: 'changed', ...inEvent(second(), 3) })
})

/** A letter of the office that speaks of nobody. */
async function issueLetter(matterId: string): Promise<void> {
  const row = {
    id: newId(office.clock.now().getTime()), matter_id: matterId, kind: 'letter', number: '一〔2026〕1号', template_version: 1, issued_at: office.clock.now(),
    issuer_unit_id: 'office', subject_id: null, verification_code: 'AAAA-BBBB',
  }
  const { contentHash, signature } = await sealContent(envelopeOf(row), { title: 'letter' }, office.app.services.signer)
  await owner.pool.query('INSERT INTO documents SELECT * FROM jsonb_populate_record(NULL::documents, $1)', [
    { ...row, sealed_data: '\\x00', content_hash: `\\x${contentHash.toString('hex')}`, signature: `\\x${signature.toString('hex')}` },
  ])
}

/** What an attacker with the whole database would do: another first event, and every hash after it computed anew. */
async function rewriteChain(matter: Matter): Promise<void> {
  const events = (await listCheckedEvents(owner.db, [matter.id])).get(matter.id) ?? []
  let previous = genesisHash(matter.id)
  for (const event of events) {
    const detail = event.seq === 1 ? { copies: 99 } : event.detail
    const hash = eventHash(previous, { ...event, detail })
    await sql`UPDATE matter_events SET detail = ${JSON.stringify(detail)}::jsonb, prev_hash = decode(${previous}, 'hex'), hash = decode(${hash}, 'hex')
      WHERE matter_id = ${matter.id} AND seq = ${event.seq}`.execute(owner.db)
    previous = hash
  }
  await sql`UPDATE matters SET head_hash = decode(${previous}, 'hex') WHERE id = ${matter.id}`.execute(owner.db)
}
