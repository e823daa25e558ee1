import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { expandQuery, plainPhrases } from './plain-words.ts'
import { searchTerms } from './search-terms.ts'
import { readShippedCatalogue } from './shipped.ts'

const { items, themes } = readShippedCatalogue(join(import.meta.dirname, '../../../data/catalogue'))
const food = items.find((item) => item.itemKey === 'sc-05')
assert.ok(food)
const phrases = plainPhrases(items, themes)
const names = new Map(items.map((item) => [item.itemKey, item.name]))

test("an item is found by its name and people's own words first, then theme and result, then situations, then laws", () => {
  const terms = searchTerms(food, themes)
  const weightOf = (text: string) => terms.find((term) => term.text === text)?.weight
  assert.deepEqual(['食品经营许可', '开饭店', '我要开饭店', '食品经营许可证', '延续', '食品安全法'].map(weightOf), ['A', 'A', 'B', 'B', 'C', 'D'])
})

test('no text stands twice under one heading', () => {
  for (const item of items) {
    const terms = searchTerms(item, themes).map((term) => `${term.from} ${term.text}`)
    assert.equal(new Set(terms).size, terms.length, item.name)
  }
})

const plainQuestions: readonly (readonly [question: string, item: string])[] = [
  ['开饭店', '食品经营许可'],
  ['我想开个饭店要办什么证', '食品经营许可'],
  ['开奶茶店怎么办理', '食品经营许可'],
  ['请问开网吧需要什么材料？', '互联网上网服务营业场所经营单位设立审批'],
  ['二手房过户', '房屋买卖转移登记（二手房过户）'],
  ['想领结婚证', '结婚登记'],
]

for (const [question, item] of plainQuestions) {
  test(`the question ${question} leads to ${item}`, () => {
    const { hits, addedTerms } = expandQuery(question, phrases, names)
    assert.equal(names.get(hits[0]?.item ?? ''), item, hits.map((hit) => `${names.get(hit.item)} ${hit.score} ${hit.because}`).join('; '))
    assert.ok(addedTerms.includes(item))
  })
}

test('a theme brings the neighbours of the first answer: opening a restaurant also needs the drainage permit', () => {
  assert.ok(expandQuery('开饭店', phrases, names).hits.some((hit) => hit.item === 'sw-07'))
})

test('a word of two items brings both: felling a tree in the woods and in the city', () => {
  const found = expandQuery('砍树', phrases, names).hits.map((hit) => names.get(hit.item))
  assert.ok(found.includes('林木采伐许可证核发') && found.includes('工程建设涉及城市绿地、树木审批'), found.join('; '))
})

test('a question of filler words only, or of nothing, finds nothing', () => {
  assert.deepEqual(expandQuery('我想办理', phrases, names).hits, [])
  assert.deepEqual(expandQuery('', phrases, names).hits, [])
})

test('a very long question is answered from its first hundred characters', () => {
  assert.equal(expandQuery(`开饭店${'啊'.repeat(10_000)}`, phrases, names).hits[0]?.item, 'sc-05')
})
