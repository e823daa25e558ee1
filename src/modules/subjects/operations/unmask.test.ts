import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kernel/ids/new-id.ts'
import { eventHash, genesisHash } from '#kernel/ledger/hash-chain.ts'
import { openMatter, recordStep } from '#kernel/matter/record.ts'
import { findMatterById, listEvents } from '#kernel/matter/store.ts'
import { openSubject } from '#modules/subjects/index.ts'
import { administrator, clerk, personCaller, reviewerOf, staffCaller, subjectId } from '#test/harness/callers.ts'
import { errandLifecycle, testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { app } = office

/** An errand of a subject that a bureau has in hand. */
async function openErrand(number: string, ofSubject: string): Promise<string> {
  const id = newId<'matter'>(office.clock.now().getTime())
  await app.db.transaction().execute(async (tx) => {
    const matter = await openMatter(
      testCtx(app, tx),
      { id, number, kind: 'errand', regionCode: '440114', subjectId: ofSubject, itemVersionId: null, leadUnitId: 'shichang-jianguan', channel: 'window' },
      { command: 'ask', to: 'asked', detail: { subject: ofSubject } },
    )
    await recordStep(testCtx(app, tx), errandLifecycle, matter, { command: 'takeUp', to: 'inHand' })
  })
  return id
}

async function closeErrand(id: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const matter = await findMatterById(tx, id, true)
    assert.ok(matter)
    await recordStep(testCtx(app, tx), errandLifecycle, matter, { command: 'finish', to: 'done', outcome: 'answered' })
  })
}

test('an officer with the matter in hand sees the full data, and the person sees who looked, when and why', async () => {
  const person = await personCaller(office, 'wang-yuting')
  await openErrand('errand-1', person.id)
  const reviewer = await reviewerOf(office, 'shichang-jianguan')
  const facts = await office.call('subjects.unmask', reviewer, { id: person.id, purpose: 'contact', matterNumber: 'errand-1' })
  assert.deepEqual([facts.name, facts.kind === 'person' && facts.idNumber], ['王雨婷', '44011419950321004X'])
  const { items } = await office.call('subjects.list-unmaskings', person, {})
  assert.deepEqual(items, [{ at: '2026-09-07T09:00:00+08:00', actor: `staff:${reviewer.id}`, unitId: 'shichang-jianguan', purpose: 'contact', matterNumber: 'errand-1' }])
})

test('who looked is listed page by page, and only to the person', async () => {
  const person = await personCaller(office, 'chen-zhiwei')
  await openErrand('errand-2', person.id)
  const reviewer = await reviewerOf(office, 'shichang-jianguan')
  for (const purpose of ['review', 'contact', 'delivery'] as const) await office.call('subjects.unmask', reviewer, { id: person.id, purpose, matterNumber: 'errand-2' })
  const first = await office.call('subjects.list-unmaskings', person, { limit: 2 })
  const second = await office.call('subjects.list-unmaskings', person, { limit: 2, cursor: first.nextCursor ?? '' })
  assert.deepEqual([...first.items, ...second.items].map((look) => look.purpose), ['delivery', 'contact', 'review'])
  assert.equal(second.nextCursor, null)
  await assert.rejects(office.call('subjects.list-unmaskings', await personCaller(office, 'zhang-xiaomei'), { subjectId: person.id }), { code: 'subjects.unknown' })
})

test('without an open matter of that subject in the own unit nobody sees more than the mask', async () => {
  const id = await subjectId(office, 'luo-jianming')
  const matterId = await openErrand('errand-3', id)
  const asked = { id, purpose: 'review', matterNumber: 'errand-3' } as const
  await assert.rejects(office.call('subjects.unmask', await reviewerOf(office, 'minzheng'), asked), { code: 'subjects.unknown' })
  const reviewer = await reviewerOf(office, 'shichang-jianguan')
  await assert.rejects(office.call('subjects.unmask', reviewer, { ...asked, matterNumber: 'errand-1' }), { code: 'subjects.unknown' })
  await assert.rejects(office.call('subjects.unmask', await personCaller(office, 'zhang-xiaomei'), asked), { code: 'contract.not-permitted' })
  await assert.rejects(office.call('subjects.unmask', await staffCaller(office, 'HD0013'), asked), { code: 'contract.not-permitted' })
  await closeErrand(matterId)
  await assert.rejects(office.call('subjects.unmask', reviewer, asked), { code: 'subjects.unknown' })
  const { items } = await office.call('subjects.list-unmaskings', await personCaller(office, 'luo-jianming'), {})
  assert.deepEqual(items, [])
})

test('the own record is shown masked and is not written down as a look', async () => {
  const person = await personCaller(office, 'xu-ruolan')
  const me = await office.call('subjects.get-me', person, {})
  assert.deepEqual([me.maskedName, /^138\*{4}\d{4}$/.test(me.phone), me.address.endsWith('****')], ['徐**', true, true])
  assert.deepEqual((await office.call('subjects.list-unmaskings', person, {})).items, [])
})

test('a person is forgotten when nothing is open; the data are gone, the sessions end and the ledger stays valid', async () => {
  const person = await personCaller(office, 'zeng-qingshan')
  const admin = await administrator(office)
  const matterId = await openErrand('errand-4', person.id)
  const { token } = await office.call('subjects.sign-in-development', person, { personId: person.id })
  await assert.rejects(office.call('subjects.forget-subject', admin, { id: person.id }), { code: 'subjects.has-open-matters' })
  await assert.rejects(office.call('subjects.forget-subject', await clerk(office), { id: person.id }), { code: 'contract.not-permitted' })
  await closeErrand(matterId)
  const stored = await office.database.pool.query<{ sealed_facts: Buffer }>('SELECT sealed_facts FROM subjects WHERE id = $1', [person.id])
  const sealed = stored.rows[0]?.sealed_facts
  assert.ok(sealed)
  await office.call('subjects.forget-subject', admin, { id: person.id })

  await assert.rejects(openSubject(testCtx(app, app.db), person.id, { purpose: 'test' }), { code: 'subjects.forgotten' })
  assert.equal(await app.services.vault.open(app.db, person.id, sealed), undefined)
  const seen = await office.call('subjects.get-subject', admin, { id: person.id })
  assert.deepEqual([seen.maskedName, seen.maskedNumber, seen.forgotten], ['**', '****', true])
  const open = await office.database.pool.query('SELECT 1 FROM sessions WHERE principal = $1 AND revoked_at IS NULL', [`person:${person.id}`])
  assert.deepEqual([token.length > 20, open.rows], [true, []])
  await assert.rejects(office.call('subjects.forget-subject', admin, { id: person.id }), { code: 'subjects.forgotten' })

  let previous = genesisHash(matterId)
  const events = await listEvents(app.db, matterId)
  for (const { prevHash, hash, at, ...event } of events) {
    assert.equal(prevHash, previous)
    assert.equal(eventHash(prevHash, { ...event, matterId, at: at.toISOString() }), hash)
    previous = hash
  }
  assert.equal(events.length, 3)
})

test('a legal representative is not forgotten while the organisation has no other', async () => {
  const id = await subjectId(office, 'li-guoqiang')
  await assert.rejects(office.call('subjects.forget-subject', await administrator(office), { id }), { code: 'subjects.represents-organisation' })
})

test('who was forgotten may come back as a new record', async () => {
  const admin = await administrator(office)
  const read = { name: '郭振海', idNumber: '440114195510100211', phone: '13800007009', regionCode: '440114001', address: '新华街道宝华路2号' }
  const caller = await clerk(office)
  const { id } = await office.call('subjects.find-or-register-person', caller, read)
  await office.call('subjects.forget-subject', admin, { id })
  const back = await office.call('subjects.find-or-register-person', caller, read)
  assert.deepEqual([back.registered, back.id === id], [true, false])
})
