import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { aRecord, news, policy, publicationPeople, publishingUnit, punishment } from '#test/harness/publication.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { editor, secrecyReviewer } = await publicationPeople(office)
const cleared = { basis: '《政府信息公开条例》第十七条', remark: '可以公开' }
const own = (number: string, caller = editor) => office.call('publication.get-own-record', caller, { number })
const open = (number: string) => office.call('publication.get-record', anonymous, { number })

test('O-01 a record is due within twenty working days after the day on which it was made, not after it was drafted', async () => {
  const number = await aRecord(office)
  const [clock] = (await own(number)).clocks
  assert.deepEqual({ name: clock?.name, dueAt: clock?.dueAt }, { name: 'publish', dueAt: '2026-10-10T00:00:00+08:00' })
})

test('O-01 a corrected day of making moves the clock, and what is published late is shown as overdue before', async () => {
  const number = await aRecord(office)
  await office.call('publication.save-draft', editor, { ...news, number, createdOn: '2026-07-01' })
  const [clock] = (await own(number)).clocks
  assert.deepEqual(clock && { dueAt: clock.dueAt, overdue: clock.overdue }, { dueAt: '2026-07-30T00:00:00+08:00', overdue: true })
  const { items } = await office.call('publication.list-own-records', editor, { view: 'overdue' })
  assert.deepEqual(items.map((row) => row.number), [number])
})

test('O-01 a change has twenty working days of its own, and the public reads the earlier edition until the next is published', async () => {
  const number = await aRecord(office, 'published')
  const changed = await office.call('publication.change-record', editor, { number, changedOn: '2026-09-07', reason: '检查户数有更正' })
  assert.equal(changed.clocks[0]?.dueAt, '2026-10-11T00:00:00+08:00')
  await office.call('publication.save-draft', editor, { ...news, number, body: '共检查食品经营单位一百三十家。' })
  assert.match((await open(number)).body ?? '', /一百二十家/)
  await office.call('publication.submit-record', editor, { number })
  await office.call('publication.clear-record', secrecyReviewer, { number, ...cleared })
  await office.call('publication.publish-record', editor, { number })
  const { body, edition, changeReason } = await open(number)
  assert.deepEqual({ body, edition, changeReason }, { body: '共检查食品经营单位一百三十家。', edition: 2, changeReason: '检查户数有更正' })
})

test('a change that is given up leaves the public with the edition before, and the next change begins with that one', async () => {
  const number = await aRecord(office, 'published')
  const change = { number, changedOn: '2026-09-07', reason: '检查户数有更正' }
  await office.call('publication.change-record', editor, change)
  await office.call('publication.save-draft', editor, { ...news, number, body: '写错了的内容。' })
  const given = await office.call('publication.discard-record', editor, { number, reason: '更正有误' })
  assert.deepEqual({ state: given.state, edition: given.edition, clocks: given.clocks }, { state: 'published', edition: 1, clocks: [] })
  assert.match((await open(number)).body ?? '', /一百二十家/)
  const next = await office.call('publication.change-record', editor, change)
  assert.equal(next.edition, 3)
  assert.match(next.text.body, /一百二十家/)
  await office.call('publication.submit-record', editor, { number })
  const kept = await office.call('publication.withhold-record', secrecyReviewer, { number, ground: 'thirdParty', basis: '《政府信息公开条例》第十五条', remark: '涉及第三人' })
  assert.deepEqual({ state: kept.state, edition: kept.edition }, { state: 'published', edition: 1 })
})

test('the header of a published record has the fields of S000, with an index number of organisation code, year and number', async () => {
  const number = await aRecord(office, 'published', policy)
  const { indexNo, docNo, createdOn, publishedOn, validity, unitName } = await open(number)
  assert.match(indexNo, /^[0-9A-Z]{9}\/2026-\d{5}$/)
  assert.deepEqual({ docNo, createdOn, publishedOn, validity, unitName }, { docNo: '穗花市监规字〔2026〕3号', createdOn: '2026-09-04', publishedOn: '2026-09-07', validity: 'notYet', unitName: '花都区市场监督管理局' })
})

test('O-17 nobody reviews what he wrote himself, whatever roles he holds', async () => {
  const number = await aRecord(office, 'underReview')
  const both = { ...editor, roles: [...editor.roles, { role: 'secrecyReviewer', unitId: publishingUnit }] }
  await assert.rejects(office.call('publication.clear-record', both, { number, ...cleared }), { code: 'publication.own-draft' })
  assert.ok(!(await own(number, both)).commands.includes('clear'))
  await assert.rejects(office.call('publication.publish-record', editor, { number }), { code: 'lifecycle.command-not-allowed' })
  assert.equal((await office.call('publication.clear-record', secrecyReviewer, { number, ...cleared })).state, 'cleared')
})

test('O-17 whoever corrected a returned draft is a writer of it too', async () => {
  const number = await aRecord(office, 'underReview')
  await office.call('publication.return-record', secrecyReviewer, { number, basis: '《政府信息公开条例》第十五条', remark: '请隐去第三人姓名' })
  const both = { ...secrecyReviewer, roles: [...secrecyReviewer.roles, { role: 'publicationEditor', unitId: publishingUnit }] }
  await office.call('publication.save-draft', both, { ...news, number, title: '节前检查' })
  await office.call('publication.submit-record', editor, { number })
  await assert.rejects(office.call('publication.clear-record', both, { number, ...cleared }), { code: 'publication.own-draft' })
})

test('O-17 what is reviewed is what is published: the hash of the text stands in the ledger and nobody writes it afterwards', async () => {
  const number = await aRecord(office, 'cleared')
  await assert.rejects(office.call('publication.save-draft', editor, { ...news, number, body: '别的内容' }), { code: 'lifecycle.command-not-allowed' })
  const { events, intact } = await office.call('publication.get-record-ledger', editor, { number })
  assert.match(String(events.find(({ command }) => command === 'submit')?.detail['contentHash']), /^[0-9a-f]{64}$/)
  assert.equal(intact, true)
})

test('a text that the law keeps back is never public, and its clock has fallen away', async () => {
  const number = await aRecord(office, 'underReview')
  const { state, clocks } = await office.call('publication.withhold-record', secrecyReviewer, { number, ground: 'internalAffairs', basis: '《政府信息公开条例》第十六条', remark: '内部管理信息' })
  assert.deepEqual({ state, clocks }, { state: 'withheld', clocks: [] })
  await assert.rejects(open(number), { code: 'publication.record-unknown' })
})

test('a text with an identity number is not even kept, and its place is named without showing it', async () => {
  const body = '张某\n身份证号４４０１１４ 19880516 0020'
  const number = await aRecord(office)
  await assert.rejects(office.call('publication.save-draft', editor, { ...news, number, body }), { code: 'publication.identity-number-found' })
  await assert.rejects(office.call('publication.draft-record', editor, { ...news, body }), (error: { code: string; fields: readonly { pointer: string; detail: string }[] }) => {
    assert.equal(error.code, 'publication.identity-number-found')
    assert.deepEqual(error.fields.map(({ pointer, detail }) => ({ pointer, detail })), [{ pointer: '/body', detail: '2:5 440*************20' }])
    return true
  })
})

test('a telephone number gets out only if the reviewer answers that it is a public one', async () => {
  const number = await aRecord(office, 'underReview', { body: '咨询电话：020-86880000。' })
  await assert.rejects(office.call('publication.clear-record', secrecyReviewer, { number, ...cleared }), { code: 'publication.phone-unconfirmed' })
  const { state, reviews } = await office.call('publication.clear-record', secrecyReviewer, { number, ...cleared, phonesArePublic: true })
  assert.deepEqual({ state, confirmed: reviews.at(-1)?.confirmedPhones }, { state: 'cleared', confirmed: 1 })
})

test('a policy and its interpretation become public in the same step and lead to each other', async () => {
  const number = await aRecord(office, 'cleared', { ...policy, needsInterpretation: true })
  await assert.rejects(office.call('publication.publish-record', editor, { number }), { code: 'publication.interpretation-missing' })
  const interpretation = await aRecord(office, 'cleared', { class: null, theme: 'regulations', title: '《食品摊贩登记管理办法》解读', interprets: number })
  await assert.rejects(office.call('publication.publish-record', editor, { number: interpretation }), { code: 'publication.policy-unpublished' })
  await office.call('publication.publish-record', editor, { number })
  assert.deepEqual((await open(number)).interpretations, [{ number: interpretation, title: '《食品摊贩登记管理办法》解读' }])
  assert.equal((await open(interpretation)).interprets?.number, number)
})

test('O-18 a published punishment that was revoked is withdrawn within three working days; the header and the reason stay', async () => {
  const number = await aRecord(office, 'published', punishment)
  const noted = await office.call('publication.report-revocation', editor, { number, kind: 'revoked', decidedOn: '2026-09-07', reason: '行政复议决定撤销' })
  assert.deepEqual(noted.clocks.map(({ name, dueAt }) => ({ name, dueAt })), [{ name: 'withdraw', dueAt: '2026-09-11T00:00:00+08:00' }])
  assert.equal((await open(number)).endReason, '行政复议决定撤销')
  await office.call('publication.withdraw-record', editor, { number, reason: '原处罚决定已被撤销' })
  const { body, validity, endReason, title } = await open(number)
  assert.deepEqual({ body, validity, endReason, title }, { body: null, validity: 'withdrawn', endReason: '原处罚决定已被撤销', title: '行政处罚决定信息' })
  const { items } = await office.call('publication.list-records', anonymous, { theme: 'punishment' })
  assert.ok(!items.some((row) => row.number === number))
})

test('O-18 what nobody withdrew the program withdraws on the last of the three days, and not before', async () => {
  const number = await aRecord(office, 'published', punishment)
  await office.call('publication.report-revocation', editor, { number, kind: 'unlawful', decidedOn: '2026-09-07', reason: '法院确认违法' })
  office.clock.set(new Date('2026-09-09T06:00:00+08:00'))
  await office.call('publication.tend-records', law, {})
  assert.equal((await own(number)).state, 'toWithdraw')
  office.clock.set(new Date('2026-09-10T06:00:00+08:00'))
  await office.call('publication.tend-records', law, {})
  office.clock.set(mondayMorning)
  const { validity, endReason } = await open(number)
  assert.deepEqual({ validity, endReason }, { validity: 'withdrawn', endReason: '法院确认违法' })
})

test('O-18 only a punishment can be found revoked', async () => {
  const number = await aRecord(office, 'published')
  await assert.rejects(office.call('publication.report-revocation', editor, { number, kind: 'revoked', decidedOn: '2026-09-07', reason: '误报' }), { code: 'publication.not-a-punishment' })
})

test('a normative document expires by itself after its last day, and its editors are reminded once when it is to be looked through', async () => {
  const number = await aRecord(office, 'published', { ...policy, effectiveOn: '2026-09-04', validUntil: '2026-09-08', reviewOn: '2026-09-07' })
  const told = async () => (await office.call('kernel.list-messages', editor, { limit: 100 })).items.filter(({ text }) => text?.includes(`${number}到了评估清理日期`)).length
  await office.call('publication.tend-records', law, {})
  await office.call('publication.tend-records', law, {})
  assert.equal(await told(), 1)
  office.clock.set(new Date('2026-09-09T06:00:00+08:00'))
  await office.call('publication.tend-records', law, {})
  office.clock.set(mondayMorning)
  const { validity, body } = await open(number)
  assert.equal(validity, 'expired')
  assert.ok(body)
})

test('a record is seen by those who make and oversee it, and by nobody else before it is public', async () => {
  const number = await aRecord(office, 'cleared')
  for (const caller of [await staffCaller(office, 'HD0073'), await staffCaller(office, 'HD0013')]) assert.equal((await own(number, caller)).state, 'cleared')
  const foreign = await staffCaller(office, 'HD0018')
  await assert.rejects(own(number, foreign), { code: 'publication.record-unknown' })
  await assert.rejects(office.call('publication.draft-record', foreign, news), { code: 'publication.unit-foreign' })
  await assert.rejects(own(number, await reviewerOf(office, publishingUnit)), { code: 'contract.not-permitted' })
  await assert.rejects(open(number), { code: 'publication.record-unknown' })
})

test('a normative document without number, days and review is not drafted, and every missing element is named', async () => {
  await assert.rejects(office.call('publication.draft-record', editor, { ...news, class: 'normative' }), (error: { code: string; fields: readonly { pointer: string }[] }) => {
    assert.deepEqual(error.fields.map(({ pointer }) => pointer), ['/docNo', '/effectiveOn', '/validUntil', '/reviewOn'])
    return true
  })
})
