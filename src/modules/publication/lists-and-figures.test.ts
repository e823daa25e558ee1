import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { proposeRecord } from '#modules/publication/index.ts'
import { holderOf, staffCaller } from '#test/harness/callers.ts'
import { testCtx } from '#test/harness/matters.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { aPower, aProposal, aRecord, news, policy, publicationPeople, publishingUnit, punishment } from '#test/harness/publication.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { editor } = await publicationPeople(office)
const supervisor = await staffCaller(office, 'HD0013')
const figure = async (metric: string, filter: Record<string, string> = {}) => (await office.call('reporting.get-figure', supervisor, { metric, from: '2026-09-01', to: '2026-09-30', ...filter })).figure

test('O-02 the classes add up to the total, the channels may exceed it, and interpretations are counted beside both', async () => {
  const inClasses: readonly Partial<typeof news>[] = [{}, {}, policy, punishment, { class: 'budget', theme: 'finance' }, { class: 'other', theme: 'planning' }]
  const counted = async () => {
    const { total, classes, interpretations } = await office.call('publication.count-records', anonymous, {})
    assert.equal(classes.reduce((sum, { records }) => sum + records, 0), total)
    const shares = await Promise.all(['normative', 'workNews', 'enforcement', 'budget', 'other'].map((one) => figure(`publication.share-${one}`)))
    for (const share of shares) assert.equal(share.denominator, (await figure('publication.records')).numerator)
    const figures = await Promise.all([figure('publication.records'), figure('publication.channel-publications'), figure('publication.channel-publications', { channel: 'wechat' }), figure('publication.interpretations')])
    return [total, interpretations, ...shares, ...figures].map((one) => (typeof one === 'number' ? one : one.numerator))
  }
  const before = await counted()
  const numbers: string[] = []
  for (const changes of inClasses) numbers.push(await aRecord(office, 'published', changes))
  const policyNumber = numbers[2] ?? assert.fail()
  await aRecord(office, 'published', { class: null, theme: 'regulations', interprets: policyNumber, title: '政策解读' })
  for (const number of numbers) await office.call('publication.add-channel', editor, { number, channel: 'wechat' })
  await assert.rejects(office.call('publication.add-channel', editor, { number: policyNumber, channel: 'wechat' }), { code: 'publication.already-in-channel' })
  assert.deepEqual((await counted()).map((count, at) => count - (before[at] ?? 0)), [6, 1, 1, 2, 1, 1, 1, 6, 12, 6, 1])
})

test('O-02 a record that is posted in one channel at two places counts there twice, and at one place once', async () => {
  const postings = async () => [(await figure('publication.on-wechat')).numerator, (await figure('publication.records')).numerator]
  const number = await aRecord(office, 'published')
  const before = await postings()
  const post = (place: string | null) => office.call('publication.add-channel', editor, { number, channel: 'wechat', place })
  await post('花都市场监管')
  await post('花都发布')
  await assert.rejects(post('花都发布'), { code: 'publication.already-in-channel' })
  await post(null)
  await assert.rejects(post(null), { code: 'publication.already-in-channel' })
  assert.deepEqual(await postings(), [(before[0] ?? 0) + 3, before[1]])
  assert.deepEqual((await office.call('publication.get-record', anonymous, { number })).channels.map(({ channel, place }) => [channel, place]).slice(1), [['wechat', '花都市场监管'], ['wechat', '花都发布'], ['wechat', null]])
})

test('KPI 67 what answers a concern of the public is counted as that and in its class, and stays so in later editions', async () => {
  const counted = async () => [(await figure('publication.responses')).numerator, (await figure('publication.records')).numerator, (await figure('publication.share-other')).numerator]
  const before = await counted()
  const number = await aRecord(office, 'published', { class: 'other', title: '关于自来水异味的说明', answersConcern: true })
  await aRecord(office, 'draft', { answersConcern: true })
  assert.deepEqual((await counted()).map((count, at) => count - (before[at] ?? 0)), [1, 1, 1])
  assert.equal((await office.call('publication.get-record', anonymous, { number })).answersConcern, true)
  await office.call('publication.change-record', editor, { number, changedOn: '2026-09-04', reason: '补充检测结果' })
  const { unitId: _unitId, ...text } = news
  assert.equal((await office.call('publication.save-draft', editor, { ...text, class: 'other', number, answersConcern: false })).answersConcern, true)
})

test('O-01 the on-time rate counts what is still not public among what was due', async () => {
  const september28 = new Date('2026-09-28T09:00:00+08:00')
  const rate = async () => {
    office.clock.set(september28)
    const { numerator, denominator } = await figure('publication.on-time-rate')
    office.clock.set(mondayMorning)
    return [numerator, denominator ?? 0]
  }
  const [onTime = 0, due = 0] = await rate()
  const late = await aRecord(office, 'published', { createdOn: '2026-08-03' })
  await aRecord(office, 'draft', { createdOn: '2026-08-04' })
  await aRecord(office, 'published', { createdOn: '2026-08-14' })
  assert.deepEqual(await rate(), [onTime + 1, due + 2])
  const { items } = await office.call('publication.list-own-records', editor, { view: 'overdue' })
  assert.equal(items.length, 1)
  assert.notEqual(items[0]?.number, late)
})

test('C-24 O-01 beside what was published in time stands what is late and still not public, until it is', async () => {
  const lateAt = async (asOf: string) => {
    const { beside } = await figure('publication.on-time-rate', { asOf })
    return beside.map(({ metric, numerator }) => [metric, numerator])
  }
  const [nine, eleven] = ['2026-09-28T09:00:00+08:00', '2026-09-28T11:00:00+08:00']
  const overdue = (count: number) => [['publication.overdue-open', count]]
  office.clock.set(new Date(eleven))
  const open = (await figure('publication.overdue-open')).numerator
  assert.deepEqual(await lateAt(nine), overdue(open))
  office.clock.set(mondayMorning)
  const number = await aRecord(office, 'cleared', { createdOn: '2026-08-05' })
  office.clock.set(new Date('2026-09-28T10:00:00+08:00'))
  await office.call('publication.publish-record', editor, { number })
  office.clock.set(new Date(eleven))
  assert.deepEqual([await lateAt(nine), await lateAt(eleven)], [overdue(open + 1), overdue(open)])
  office.clock.set(mondayMorning)
})

test('the catalogue is searched by words and index number and paged without losing a record', async () => {
  const number = await aRecord(office, 'published', { title: '电梯安全检查通报', summary: '电梯检查。', body: '检查电梯三百台。' })
  const { items } = await office.call('publication.list-records', anonymous, { q: '电梯安全' })
  assert.deepEqual(items.map((row) => row.number), [number])
  const { indexNo } = await office.call('publication.get-record', anonymous, { number })
  assert.deepEqual((await office.call('publication.list-records', anonymous, { q: indexNo })).items.map((row) => row.number), [number])
  const all = (await office.call('publication.list-records', anonymous, { limit: 100 })).items.map((row) => row.number)
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await office.call('publication.list-records', anonymous, { limit: 2, ...(cursor !== undefined && { cursor }) })
    paged.push(...page.items.map((row) => row.number))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  assert.deepEqual(paged, all)
})

test('O-16 what disclosure proposes is drafted by an editor of the unit or declined with the reason, and decided once', async () => {
  const id = await office.database.db.transaction().execute((tx) => proposeRecord(testCtx(office.app, tx), { unitId: publishingUnit, title: '食品抽检不合格名单', ground: '五名申请人申请公开同一信息', sourceNumber: null }))
  const other = await aProposal(office)
  const foreign = await holderOf(office, 'publicationEditor', 'fazhan-gaige')
  await assert.rejects(office.call('publication.decline-proposal', foreign, { id, reason: '不是本单位' }), { code: 'publication.proposal-unknown' })
  const { unitId: _unitId, ...text } = news
  const { number } = await office.call('publication.accept-proposal', editor, { ...text, id })
  assert.equal((await office.call('publication.get-own-record', editor, { number })).state, 'draft')
  await assert.rejects(office.call('publication.decline-proposal', editor, { id, reason: '改变主意' }), { code: 'publication.proposal-decided' })
  await office.call('publication.decline-proposal', editor, { id: other, reason: '已经公开' })
  assert.equal((await office.call('publication.list-proposals', editor, {})).items.length, 0)
  assert.equal((await office.call('publication.list-proposals', editor, { state: 'declined' })).items[0]?.reason, '已经公开')
})

test('the power and duty list of a unit is drawn from the catalogue once, with basis, duties and the item that carries it out', async () => {
  const { items } = await office.call('publication.list-powers', anonymous, { unitId: publishingUnit, limit: 100 })
  assert.ok(items.length > 0)
  assert.deepEqual(await office.call('publication.draw-powers', editor, { unitId: publishingUnit }), { added: 0 })
  for (const power of items) assert.ok(power.implementCode && power.duties && power.accountability && /^《.+》/.test(power.basis), power.name)
  const { items: lists } = await office.call('publication.count-powers', anonymous, {})
  assert.equal(lists.find(({ unitId }) => unitId === publishingUnit)?.powers, items.length)
})

test('every change of a power says why, the earlier versions stay, and what was removed is in no list', async () => {
  const id = await aPower(office)
  const { versions: [first] } = await office.call('publication.get-power', anonymous, { id })
  const { name = '', basis = '', duties = '' } = first ?? {}
  await office.call('publication.change-power', editor, { id, name, basis, duties, type: '02', accountability: '违反法定程序、超越权限的', change: 'lawChanged', reason: '办法修订' })
  await office.call('publication.remove-power', editor, { id, reason: '职权取消' })
  await assert.rejects(office.call('publication.remove-power', editor, { id, reason: '再取消' }), { code: 'publication.power-removed' })
  const { versions } = await office.call('publication.get-power', anonymous, { id })
  assert.deepEqual(versions.map(({ version, change, reason }) => ({ version, change, reason })), [
    { version: 3, change: 'removed', reason: '职权取消' },
    { version: 2, change: 'lawChanged', reason: '办法修订' },
    { version: 1, change: 'listed', reason: '首次编制' },
  ])
  const { items } = await office.call('publication.list-powers', anonymous, { unitId: publishingUnit, limit: 100 })
  assert.ok(!items.some((power) => power.id === id))
  const { items: changes } = await office.call('publication.list-power-changes', anonymous, { unitId: publishingUnit, limit: 3 })
  assert.deepEqual(changes.map((change) => change.id).filter((one) => one === id).length, 3)
})

test('an editor writes the list of no other unit', async () => {
  const foreign = await staffCaller(office, 'HD0018')
  await assert.rejects(office.call('publication.draw-powers', foreign, { unitId: publishingUnit }), { code: 'publication.unit-foreign' })
  await assert.rejects(office.call('publication.remove-power', foreign, { id: await aPower(office), reason: '试' }), { code: 'publication.power-unknown' })
})
