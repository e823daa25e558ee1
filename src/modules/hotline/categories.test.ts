import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { anOrder, hotlinePeople, seen } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { bigClassOf, checkCategory, priorityOf, within } from './categories.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { seat } = await hotlinePeople(office)
const water = { category: 'environment-water', mainUnitId: 'shengtai-huanjing' } as const

test('H-13 a small class goes first where its big class does, and stands in that ledger', async () => {
  assert.deepEqual([priorityOf({ emergency: false, category: 'environment-water' }), priorityOf({ emergency: false, category: 'market-prepaid' }), priorityOf({ emergency: true, category: null })], [1, 0, 2])
  const { number } = await anOrder(office)
  await office.call('hotline.dispatch-order', seat, { number, ...water })
  const ledger = async (category: string) => (await office.call('hotline.list-orders', seat, { category })).items.map((item) => item.number)
  assert.deepEqual([await ledger('environment'), await ledger('environment-water'), await ledger('environment-air')], [[number], [number], []])
})

test('a category is a big class or one of its small ones, and nothing else', async () => {
  assert.deepEqual(['environment', 'environment-water', 'environment-noise', 'water', 'toString'].map((key) => checkCategory(key).ok), [true, true, false, false, false])
  assert.deepEqual([bigClassOf('food-safety-goods'), bigClassOf('market'), bigClassOf('retired')], ['food-safety', 'market', 'retired'])
  assert.deepEqual([within('medical'), within('medical-services')], [['medical', 'medical-insurance', 'medical-services'], ['medical-services']])
  await assert.rejects(anOrder(office, 'registered', { category: 'water' }), { code: 'hotline.category-unknown' })
})

test('the small class that is proposed is one of the big class that is proposed', async () => {
  const { number } = await anOrder(office, 'registered', { title: '露天烧烤', content: '楼下露天烧烤占道摆桌，油烟扰民。' })
  const { suggestion } = await seen(office, seat, number)
  assert.deepEqual([suggestion?.categories[0]?.label, suggestion?.classes[0]?.label], ['street-order', 'street-order-smoke'])
  assert.ok(suggestion?.classes.every(({ label }) => bigClassOf(label) === 'street-order'))
})

test('hot spots are counted by big class and by small class, and how often each was proposed', async () => {
  for (const category of ['housing-property', 'housing-property', 'housing-building', 'housing']) {
    const { number } = await anOrder(office, 'registered', { title: '物业不维修', content: '小区电梯经常故障，物业不维修。', regionCode: '440114008' })
    await office.call('hotline.dispatch-order', seat, { number, category, mainUnitId: 'zhufang-jianshe' })
  }
  const at = async (level: 'big' | 'small') => {
    const { spots, categories } = await office.call('hotline.get-hot-spots', seat, { days: 7, level })
    return { spots: spots.filter(({ regionCode }) => regionCode === '440114008').map(({ category, now }) => [category, now]), housing: categories.filter(({ category }) => category.startsWith('housing')).map(({ category, orders, suggested }) => [category, orders, suggested]) }
  }
  assert.deepEqual(await at('big'), { spots: [['housing', 4]], housing: [['housing', 4, 4]] })
  assert.deepEqual(await at('small'), { spots: [['housing-property', 2], ['housing', 1], ['housing-building', 1]], housing: [['housing-property', 2, 2], ['housing', 1, 0], ['housing-building', 1, 0]] })
})

test('S-21 figures count an order under its big class, and so does what the public reads', async () => {
  const { service_request_id: number } = await office.call('open311.post-request', anonymous, { service_code: 'environment', description: '河水发黑发臭' })
  const day = { from: '2026-09-07', to: '2026-09-07' } as const
  const inEnvironment = async (): Promise<number> => (await office.call('reporting.get-figure', law, { metric: 'hotline.orders', ...day, item: 'environment' })).figure.numerator
  const before = await inEnvironment()
  await office.call('hotline.dispatch-order', seat, { number, ...water })
  assert.equal(await inEnvironment(), before)
  const { items } = await office.call('open311.list-requests', anonymous, { service_code: 'environment' })
  assert.equal(items.find(({ service_request_id: id }) => id === number)?.service_code, 'environment')
})
