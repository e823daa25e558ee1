import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { personCaller } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { anOrder, hotlinePeople, marketUnit, seen } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { guess, learnable } from './rules/classifier.ts'
import { likenessOf } from './rules/likeness.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { seat, handler } = await hotlinePeople(office)

test('H-09 the same matter is found with the evidence side by side, and linked without new facts it is no order of its own', async () => {
  const text = { title: '工地夜间打桩', content: '建设北路工地夜里打桩噪音很大，连续三天影响休息。', place: '建设北路88号' }
  const first = await anOrder(office, 'registered', { ...text, phone: '13700000001', callingNumber: '13700000001' })
  const again = await anOrder(office, 'registered', { ...text, content: '建设北路工地又在夜里打桩，噪音很大，没法休息。', phone: '13700000001', callingNumber: '13700000001' })
  const { items } = await office.call('hotline.find-similar', seat, { number: again.number })
  const [found] = items
  assert.deepEqual([found?.number, found?.sameCaller, found?.samePlace], [first.number, true, true])
  assert.ok(found?.sharedWords.includes('打桩') && found.sharedWords.includes('噪音'))
  assert.deepEqual((await seen(office, seat, again.number)).history.map(({ number }) => number), [first.number])
  const link = (newFacts: boolean) => office.call('hotline.link-order', seat, { number: again.number, originalNumber: first.number, newFacts })
  await assert.rejects(link(true), { code: 'hotline.new-facts' })
  const linked = await link(false)
  assert.deepEqual([linked.state, linked.originalNumber], ['linked', first.number])
  assert.ok((await seen(office, seat, first.number)).notes.some(({ byCaller, text: said }) => byCaller && said?.includes('又在夜里打桩')))
})

test('H-09 what has nothing in common is not shown as the same', async () => {
  const { number } = await anOrder(office, 'registered', { title: '异地就医备案', content: '父母来广州同住，想问怎么备案报销。', phone: '13700000002', callingNumber: '13700000002' })
  assert.deepEqual((await office.call('hotline.find-similar', seat, { number })).items, [])
  assert.deepEqual(likenessOf({ callerId: null, placeIndex: null, words: [] }, { callerId: null, placeIndex: null, words: [] }), { sameCaller: false, samePlace: false, shared: [], score: 0 })
})

test('H-13 environment orders stand in a ledger of their own and before others, emergencies before them', async () => {
  const plain = await anOrder(office)
  const environment = await anOrder(office, 'registered', { title: '工厂偷排', content: '工厂夜里偷排污水，河水发黑发臭。' })
  const emergency = await anOrder(office, 'registered', { emergency: true })
  const { items } = await office.call('hotline.list-orders', seat, { view: 'toDispatch', limit: 100 })
  const place = (number: string): number => items.findIndex((item) => item.number === number)
  assert.ok(place(emergency.number) < place(environment.number) && place(environment.number) < place(plain.number))
  await office.call('hotline.dispatch-order', seat, { number: environment.number, category: 'environment', mainUnitId: 'shengtai-huanjing' })
  const ledger = await office.call('hotline.list-orders', seat, { category: 'environment' })
  assert.deepEqual(ledger.items.map(({ number }) => number), [environment.number])
})

test('a category and a unit are proposed from what was dispatched before, and the proposal stays beside what was chosen', async () => {
  const { number } = await anOrder(office, 'registered', { title: '露天烧烤', content: '楼下露天烧烤占道摆桌，油烟扰民。' })
  const { suggestion } = await seen(office, seat, number)
  assert.deepEqual([suggestion?.categories[0]?.label, suggestion?.units[0]?.label], ['street-order', 'chengshi-guanli'])
  await office.call('hotline.dispatch-order', seat, { number, category: 'market', mainUnitId: marketUnit })
  const after = await seen(office, seat, number)
  assert.deepEqual([after.category, after.suggestion?.categories[0]?.label], ['market', 'street-order'])
})

test('what is dispatched is learnt, except from secret callers', async () => {
  const known = async (word: string): Promise<number> => Number((await office.database.pool.query('SELECT coalesce(sum(times), 0) AS n FROM word_counts WHERE word = $1', [word])).rows[0]?.n)
  await anOrder(office, 'dispatched', { title: '蛋糕发霉', content: '蛋糕店的蛋糕发霉。' })
  assert.ok((await known('蛋糕')) > 0)
  const before = await known('发票')
  await anOrder(office, 'dispatched', { title: '拒开发票', content: '商家拒开发票。', secret: true })
  assert.equal(await known('发票'), before)
})

test('the classifier weighs words by how often they led somewhere, and keeps no names and no numbers', () => {
  const label = (name: string, times: Record<string, number>) => ({ label: name, texts: 2, words: 10, times: new Map(Object.entries(times)) })
  const ranked = guess(['噪音', '工地'], [label('construction', { 噪音: 3, 工地: 4 }), label('security', { 噪音: 1 })], 20)
  assert.deepEqual(ranked.map(({ label: name }) => name), ['construction', 'security'])
  assert.ok(Math.abs(ranked.reduce((sum, { share }) => sum + share, 0) - 1) < 0.01)
  assert.deepEqual(guess([], [label('construction', {})], 20), [])
  assert.deepEqual(learnable(['张', '三', '13800000000', 'abc', '工地']), ['工地'])
})

test('a case that does not move becomes an order with its ledger attached, for its applicant alone', async () => {
  const citizen = await personCaller(office, 'zhang-xiaomei')
  const { number: caseNumber } = await aSubmittedCase(office)
  await assert.rejects(office.call('hotline.escalate-case', await personCaller(office, 'li-guoqiang'), { caseNumber, content: '不是我的' }), { code: 'hotline.case-unknown' })
  const { number } = await office.call('hotline.escalate-case', citizen, { caseNumber, content: '交了一周没有消息' })
  const { attachedCase } = await seen(office, seat, number)
  assert.deepEqual([attachedCase?.number, attachedCase?.events[0]?.command], [caseNumber, 'submit'])
  assert.match(attachedCase?.headHash ?? '', /^[0-9a-f]{64}$/)
})

test('hot spots are counted by category and place against the days before', async () => {
  for (let count = 0; count < 5; count += 1) {
    const { number } = await anOrder(office, 'registered', { regionCode: '440114009' })
    await office.call('hotline.dispatch-order', seat, { number, category: 'housing', mainUnitId: 'zhufang-jianshe' })
  }
  const { spots, categories } = await office.call('hotline.get-hot-spots', seat, { days: 7 })
  assert.deepEqual(spots.find(({ regionCode }) => regionCode === '440114009'), { category: 'housing', regionCode: '440114009', now: 5, before: 0, growth: null, hot: true })
  assert.equal(categories.find(({ category }) => category === 'housing')?.orders, 5)
  await assert.rejects(office.call('hotline.get-hot-spots', handler, {}), { code: 'contract.not-permitted' })
})

test('an article is found in plain words by everybody, its unit alone writes the next version, and an expired one is not found', async () => {
  const found = await office.call('hotline.search-articles', anonymous, { q: '夜间施工' })
  assert.equal(found.items[0]?.id, 'night-work')
  const article = { articleId: 'price-complaint', ownerUnitId: marketUnit, category: 'market', question: '商家不明码标价怎么办', answer: '向市场监督管理部门投诉举报。', basis: '《价格法》第十三条' }
  await assert.rejects(office.call('hotline.save-article', handler, { ...article, expiresOn: '2026-09-07' }), { code: 'hotline.expiry-past' })
  await assert.rejects(office.call('hotline.save-article', handler, { ...article, articleId: 'night-work', expiresOn: '2027-09-07' }), { code: 'hotline.article-foreign' })
  assert.deepEqual(await office.call('hotline.save-article', handler, { ...article, expiresOn: '2026-09-30' }), { articleId: 'price-complaint', version: 2 })
  const search = (now: string) => office.call('hotline.search-articles', anonymous, { q: '明码标价' }, { now: new Date(now) })
  assert.equal((await search('2026-09-30T12:00:00+08:00')).items[0]?.version, 2)
  assert.deepEqual((await search('2026-10-01T12:00:00+08:00')).items, [])
  const { items } = await office.call('hotline.list-articles', handler, { limit: 1 })
  assert.equal(items[0]?.id, 'price-complaint')
})
