import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { followLanguage, type Language } from './language.ts'
import { joined } from './text.ts'

let language: Language = 'zh-CN'
followLanguage(() => language)
after(() => followLanguage(() => 'zh-CN'))

test('names stand in a row as the language of the page puts them', () => {
  const said = (): readonly string[] => [joined('list', ['营业执照', '平面图']), joined('label', ['店名', '请填写']), joined('share', [3, 4])]
  assert.deepEqual(said(), ['营业执照、平面图', '店名：请填写', '3／4'])
  language = 'en'
  assert.deepEqual(said(), ['营业执照, 平面图', '店名: 请填写', '3 / 4'])
})

test('one text alone is joined to nothing', () => {
  assert.equal(joined('clauses', ['有效']), '有效')
})
