import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { loadCatalogue } from '../../../city/load-catalogue.ts'
import { getCertificateType, getItemInForce, getItemVersion } from '../index.ts'
import { clerk, editor, publisher } from '../sample-callers.ts'
import type { ItemDraft } from '../save-draft-of.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const { db } = office.app

const codes = new Map<string, string>()
before(async () => {
  await loadCatalogue(office.app)
  const { rows } = await office.database.pool.query<{ item_key: string; implement_code: string }>('SELECT item_key, implement_code FROM items')
  for (const row of rows) codes.set(row.item_key, row.implement_code)
})

function codeOf(itemKey: string): string {
  const code = codes.get(itemKey)
  assert.ok(code)
  return code
}

/** The record of an item of today as an editor would start from. */
async function draftOf(itemKey: string, changes: Partial<ItemDraft> = {}): Promise<ItemDraft> {
  const { item } = await office.call('catalogue.get-item', anonymous, { implementCode: codeOf(itemKey) })
  const { version: _version, state: _state, effectiveFrom: _from, effectiveTo: _to, ...draft } = item
  return { ...draft, ...changes }
}

async function save(item: ItemDraft) {
  return office.call('catalogue.save-draft', editor, { implementCode: item.implementCode, item })
}

const reason = '承诺时限压缩'

test('I-14 a published version ends the one before on its first day, and a case of an earlier day keeps its version', async () => {
  const implementCode = codeOf('sc-05')
  const running = await getItemInForce(db, implementCode, '2026-09-07')
  const { version } = await save(await draftOf('sc-05', { promisedLimit: { value: 3, unit: 'WORKING_DAY' } }))
  const answer = await office.call('catalogue.publish-version', publisher, { implementCode, version, from: '2026-10-01', reason })
  assert.deepEqual([answer.version, answer.endedVersion, answer.effectiveFrom], [2, 1, '2026-10-01'])
  assert.deepEqual(answer.blastRadius.changes.map((change) => change.element), ['promisedLimit'])
  assert.deepEqual(answer.blastRadius.products, ['GUIDE', 'CLOCKS'])
  assert.equal((await getItemInForce(db, implementCode, '2026-09-30')).item.version, 1)
  assert.equal((await getItemInForce(db, implementCode, '2026-10-01')).item.version, 2)
  assert.equal((await getItemVersion(db, running.id)).item.promisedLimit.value, 5)
  const compared = await office.call('catalogue.compare-versions', anonymous, { implementCode, before: 1, after: 2 })
  assert.deepEqual(compared.changes.map((change) => change.element), ['promisedLimit'])
})

test('I-14 two versions cannot apply on one day: neither by an operation nor behind its back', async () => {
  const implementCode = codeOf('sc-05')
  const { version } = await save(await draftOf('sc-05', { promisedLimit: { value: 4, unit: 'WORKING_DAY' } }))
  await assert.rejects(office.call('catalogue.publish-version', publisher, { implementCode, version, from: '2026-09-20', reason }), { code: 'catalogue.versions-overlap' })
  await assert.rejects(
    office.database.pool.query(`UPDATE item_versions SET state = 'PUBLISHED', effective_from = '2026-09-20' WHERE implement_code = $1 AND version = $2`, [implementCode, version]),
    /item_versions_one_in_force/,
  )
})

test('I-14 of two that publish at the same time one is refused', async () => {
  const implementCode = codeOf('sc-06')
  const { version } = await save(await draftOf('sc-06', { plainName: '同时发布' }))
  const publish = () => office.call('catalogue.publish-version', publisher, { implementCode, version, from: '2026-09-08', reason })
  const answers = await Promise.allSettled([publish(), publish()])
  assert.deepEqual(answers.map((one) => one.status).toSorted(), ['fulfilled', 'rejected'])
})

test('who edited a draft does not publish it, and nobody publishes into the past', async () => {
  const implementCode = codeOf('ga-01')
  const { version } = await save(await draftOf('ga-01'))
  const both = { ...editor, roles: [...editor.roles, ...publisher.roles] }
  const input = { implementCode, version, from: '2026-09-07' as const, reason }
  await assert.rejects(office.call('catalogue.publish-version', both, input), { code: 'catalogue.same-editor' })
  await assert.rejects(office.call('catalogue.publish-version', editor, input), { code: 'contract.not-permitted' })
  await assert.rejects(office.call('catalogue.publish-version', publisher, { ...input, from: '2026-09-06' }), { code: 'catalogue.day-in-past' })
  await office.call('catalogue.publish-version', publisher, input)
  await assert.rejects(office.call('catalogue.publish-version', publisher, input), { code: 'catalogue.version-not-draft' })
})

test('who edited a draft does not publish it after somebody else touched it either', async () => {
  const implementCode = codeOf('ga-04')
  const both = { ...editor, roles: [...editor.roles, ...publisher.roles] }
  await save(await draftOf('ga-04', { plainName: '先改的人' }))
  const item = await draftOf('ga-04', { plainName: '后改的人' })
  const { version } = await office.call('catalogue.save-draft', { ...editor, id: 'HD0904' }, { implementCode, item })
  const input = { implementCode, version, from: '2026-09-07' as const, reason }
  await assert.rejects(office.call('catalogue.publish-version', both, input), { code: 'catalogue.same-editor' })
  await office.call('catalogue.publish-version', publisher, input)
})

test('a draft that somebody else saved meanwhile is not written over', async () => {
  const implementCode = codeOf('ga-05')
  const { contentHash } = await office.call('catalogue.get-office-item', editor, { implementCode })
  const item = await draftOf('ga-05', { plainName: '先到' })
  await office.call('catalogue.save-draft', editor, { implementCode, item, basedOn: contentHash })
  await assert.rejects(office.call('catalogue.save-draft', editor, { implementCode, item, basedOn: contentHash }), { code: 'catalogue.draft-changed' })
})

test('the list of the editors finds by words, department and state, and turns its pages in every order without losing an item', async () => {
  const drafted = await office.call('catalogue.list-office-items', editor, { state: 'DRAFT', limit: 100 })
  assert.ok(drafted.items.length > 0 && drafted.items.every((item) => item.draftVersion !== null))
  assert.deepEqual((await office.call('catalogue.list-office-items', editor, { q: '100%' })).items, [])
  for (const sort of ['code', 'name', 'edited'] as const) {
    for (const order of ['asc', 'desc'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await office.call('catalogue.list-office-items', editor, { sort, order, limit: 100, ...(cursor !== undefined && { cursor }) })
        seen.push(...page.items.map((item) => item.implementCode))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      assert.equal(new Set(seen).size, seen.length, `${sort} ${order}`)
      assert.equal(seen.length >= 240, true, `${sort} ${order}`)
    }
  }
  await assert.rejects(office.call('catalogue.list-office-items', clerk, {}), { code: 'contract.not-permitted' })
})

test('I-15 a cancelled item takes no case from that day on, and the version stays readable for the cases that run', async () => {
  const implementCode = codeOf('sc-08')
  const { id } = await getItemInForce(db, implementCode, '2026-09-30')
  await assert.rejects(office.call('catalogue.cancel-item', publisher, { implementCode, from: '2026-09-01', reason }), { code: 'catalogue.day-in-past' })
  await office.call('catalogue.cancel-item', publisher, { implementCode, from: '2026-10-01', reason: '国务院决定取消' })
  assert.equal((await getItemInForce(db, implementCode, '2026-09-30')).id, id)
  await assert.rejects(getItemInForce(db, implementCode, '2026-10-01'), { code: 'catalogue.item-not-in-force' })
  assert.equal((await getItemVersion(db, id)).item.itemKey, 'sc-08')
  const { version } = await save(await draftOf('sc-08', { plainName: '想再发布' }))
  await assert.rejects(office.call('catalogue.publish-version', publisher, { implementCode, version, from: '2026-10-02', reason }), { code: 'catalogue.item-unfit' })
})

test('I-16 a permit outside the permit list is not published', async () => {
  const template = await draftOf('sc-07')
  const basicCode = '440199999000'
  const implementCode = `${template.implementCode.slice(0, 19)}${basicCode}`
  const handlingItems = [{ code: `${implementCode}01`, name: '新设许可', when: [] }]
  const saved = await save({ ...template, itemKey: 'new-permit', basicCode, implementCode, handlingItems, itemType: '01' })
  assert.ok(saved.findings.some((finding) => finding.rule === 'I-16'))
  await assert.rejects(office.call('catalogue.publish-version', publisher, { implementCode, version: saved.version, from: '2026-09-07', reason }), {
    code: 'catalogue.item-unfit',
    details: { rules: ['I-16'] },
  })
  await assert.rejects(office.call('catalogue.get-item', anonymous, { implementCode }), { code: 'catalogue.item-unknown' })
})

test('I-17 a proof outside the list of proof items is refused at save', async () => {
  const draft = await draftOf('ga-02')
  const [material] = draft.materials
  assert.ok(material)
  const materials = [...draft.materials, { ...material, key: 'odd-proof', name: '邻居同意证明', proof: true, exempt: null }]
  await assert.rejects(save({ ...draft, materials }), { code: 'catalogue.item-unfit', details: { rules: ['I-17'] } })
})

test('a suspended item takes no application, is still shown, and goes on after it is resumed', async () => {
  const implementCode = codeOf('gj-01')
  await office.call('catalogue.suspend-item', publisher, { implementCode, reason: '系统切换' })
  await assert.rejects(getItemInForce(db, implementCode, '2026-09-07'), { code: 'catalogue.item-not-in-force' })
  assert.equal((await office.call('catalogue.get-item', anonymous, { implementCode })).item.state, 'SUSPENDED')
  await assert.rejects(office.call('catalogue.cancel-item', publisher, { implementCode, from: '2026-12-01', reason }), { code: 'catalogue.item-suspended' })
  await office.call('catalogue.resume-item', publisher, { implementCode, reason: '切换完成' })
  assert.equal((await getItemInForce(db, implementCode, '2026-09-07')).item.state, 'PUBLISHED')
  await assert.rejects(office.call('catalogue.resume-item', publisher, { implementCode, reason }), { code: 'catalogue.item-not-suspended' })
})

test('a draft does not exist for the public and for window clerks', async () => {
  const implementCode = codeOf('ga-03')
  const { version } = await save(await draftOf('ga-03', { plainName: '草稿里的名字' }))
  for (const caller of [anonymous, clerk]) {
    await assert.rejects(office.call('catalogue.compare-versions', caller, { implementCode, before: 1, after: version }), { code: 'catalogue.version-unknown' })
    assert.equal((await office.call('catalogue.get-item', caller, { implementCode })).versions.length, 1)
  }
  assert.equal((await office.call('catalogue.get-item', editor, { implementCode })).versions.length, 2)
  assert.equal((await office.call('catalogue.lint-item', editor, { implementCode, version })).mayPublish, true)
  await assert.rejects(office.call('catalogue.save-draft', clerk, { implementCode, item: await draftOf('ga-03') }), { code: 'contract.not-permitted' })
})

test('an unknown code is not found, and a day before the first version has none', async () => {
  await assert.rejects(office.call('catalogue.get-item', anonymous, { implementCode: 'NOSUCHITEM' }), { code: 'catalogue.item-unknown' })
  await assert.rejects(getItemInForce(db, 'NOSUCHITEM', '2026-09-07'), { code: 'catalogue.item-unknown' })
  await assert.rejects(office.call('catalogue.get-item', anonymous, { implementCode: codeOf('ga-02'), on: '2001-01-01' }), { code: 'catalogue.item-not-in-force' })
})

test('the guide keeps only what concerns the answers, and refuses answers that do not exist', async () => {
  const implementCode = codeOf('sc-05')
  const guide = await office.call('catalogue.get-guide', anonymous, { implementCode, answers: { handling: ['cancel'] } })
  assert.ok(guide.materials.every((line) => line.material.name !== '经营场所布局和操作流程图'))
  assert.equal(guide.handlingItems.length, 1)
  assert.deepEqual(guide.openQuestions, ['applicant-kind'])
  const opening = await office.call('catalogue.get-guide', anonymous, { implementCode, answers: { handling: ['new'], 'applicant-kind': ['person'] } })
  assert.ok(opening.materials.some((line) => line.material.name === '经营场所布局和操作流程图' && line.status === 'REQUIRED'))
  await assert.rejects(office.call('catalogue.get-guide', anonymous, { implementCode, answers: { handling: ['fly'] } }), { code: 'catalogue.answer-unknown' })
})

test('loading the shipped catalogue again changes no version', async () => {
  const count = async () => (await office.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM item_versions')).rows[0]?.n
  const earlier = await count()
  await loadCatalogue(office.app)
  assert.equal(await count(), earlier)
  assert.equal((await getItemInForce(db, codeOf('sc-05'), '2026-10-01')).item.version, 2)
  assert.equal((await getCertificateType(db, 'business-licence')).key, 'business-licence')
})

test('what was done to the catalogue cannot be rewritten, nor the record of a version removed', async () => {
  for (const act of ['UPDATE catalogue_events SET reason = reason', 'DELETE FROM catalogue_events', 'DELETE FROM items']) {
    await assert.rejects(office.database.pool.query(act), /permission denied/)
  }
  await assert.rejects(office.database.pool.query('DELETE FROM item_versions'), /was published and stays/)
})
