import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Refusal } from '#kernel/errors/refusal.ts'
import { law } from '#kernel/access/caller.ts'
import { personCaller } from '#test/harness/callers.ts'
import { foodApplication, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { forgetDraftsJob } from '../jobs.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const writer = await personCaller(office, 'zhang-xiaomei')
const stranger = await personCaller(office, 'li-guoqiang')
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const dayMs = 86_400_000

let last = 0
const newDraftId = (): string => `01990000-0000-7000-8000-${String((last += 1)).padStart(12, '0')}`
const content = { answers: { handling: ['new'] }, form: { shopName: '小梅小吃店' } }
const save = (id: string, change: { readonly expectedVersion?: number; readonly step?: 'form' | 'materials' } = {}, by = writer) =>
  office.call('cases.save-draft', by, { id, implementCode: foodLicence.implementCode, step: 'form', content, ...change })

test('a draft is read again on any device by its writer, and by nobody else', async () => {
  const id = newDraftId()
  assert.equal((await save(id)).version, 1)
  const read = await office.call('cases.get-draft', writer, { id })
  assert.deepEqual([read.content.form, read.step, read.itemName], [{ shopName: '小梅小吃店' }, 'form', '食品经营许可'])
  await assert.rejects(office.call('cases.get-draft', stranger, { id }), refusal('cases.draft-unknown'))
  await assert.rejects(office.call('cases.discard-draft', stranger, { id }), refusal('cases.draft-unknown'))
  await assert.rejects(save(id, { expectedVersion: 1 }, stranger), refusal('cases.draft-unknown'))
  assert.deepEqual((await office.call('cases.list-drafts', stranger, {})).items, [])
})

test('what was typed stands nowhere in the database as it was typed', async () => {
  await save(newDraftId())
  const { rows } = await office.database.pool.query<{ all: string }>(`SELECT string_agg(to_jsonb(d)::text || encode(sealed_content, 'escape'), ' ') AS all FROM case_drafts d`)
  assert.ok(!rows[0]?.all.includes('小梅小吃店'))
})

test('of two pages open on one draft the second is told that the first saved', async () => {
  const id = newDraftId()
  await save(id)
  assert.equal((await save(id, { expectedVersion: 1, step: 'materials' })).version, 2)
  await assert.rejects(save(id, { expectedVersion: 1 }), refusal('contract.version-conflict'))
  await assert.rejects(save(id), refusal('contract.version-conflict'))
})

test('a draft is kept for ninety days after the last saving, and then forgotten', async () => {
  const id = newDraftId()
  const begun = office.clock.now()
  await save(id)
  office.clock.advance(89 * dayMs)
  await save(id, { expectedVersion: 1 })
  office.clock.advance(89 * dayMs)
  await forgetDraftsJob.run(office.app.jobContext(), {})
  assert.equal((await office.call('cases.get-draft', writer, { id })).version, 2)
  office.clock.advance(dayMs)
  await assert.rejects(office.call('cases.get-draft', writer, { id }), refusal('cases.draft-unknown'))
  assert.equal((await office.call('cases.forget-drafts', law, {})).forgotten > 0, true)
  const { rows } = await office.database.pool.query('SELECT 1 FROM case_drafts WHERE id = $1', [id])
  assert.equal(rows.length, 0)
  office.clock.set(begun)
})

test('a filed draft leaves the list and leads to its case; a discarded one is gone', async () => {
  const [filed, discarded] = [newDraftId(), newDraftId()]
  await save(filed)
  await save(discarded)
  const { number } = await office.call('cases.submit-case', writer, { ...foodApplication(), draftId: filed })
  assert.equal((await office.call('cases.get-draft', writer, { id: filed })).caseNumber, number)
  await assert.rejects(save(filed, { expectedVersion: 1 }), refusal('cases.draft-unknown'))
  await office.call('cases.discard-draft', writer, { id: discarded })
  const { items } = await office.call('cases.list-drafts', writer, {})
  assert.ok(items.every(({ id }) => id !== filed && id !== discarded))
})

test('the draft of somebody else is not filed with an application', async () => {
  const id = newDraftId()
  await save(id)
  await office.call('cases.submit-case', stranger, { ...foodApplication(), draftId: id })
  assert.equal((await office.call('cases.get-draft', writer, { id })).caseNumber, null)
})

test('a long list of drafts comes in pages, the last saved first', async () => {
  const ids = [newDraftId(), newDraftId(), newDraftId()]
  for (const id of ids) {
    office.clock.advance(1000)
    await save(id)
  }
  const first = await office.call('cases.list-drafts', writer, { limit: 2 })
  assert.deepEqual(first.items.map(({ id }) => id), ids.slice(1).toReversed())
  const second = await office.call('cases.list-drafts', writer, { limit: 2, cursor: first.nextCursor ?? '' })
  assert.equal(second.items[0]?.id, ids[0])
})
