import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stillReadable, withoutRemoved } from './redaction.ts'

const marks = { passage: '【删】', page: (page: number) => `【第${page}页删】` }
const pages = ['验收意见\n投资总额三百\n二十万元，验收合格。', '附件二 投资明细']

function left(passages: readonly string[], removed: readonly number[] = [], from = pages): readonly string[] | string {
  const verdict = withoutRemoved(from, { passages: [...passages], pages: [...removed] }, marks)
  return verdict.ok ? verdict.value : verdict.refusal.code
}

test('O-09 a passage is taken out though a line breaks within it, and the rest stays', () => {
  assert.deepEqual(left(['三百二十万元']), ['验收意见\n投资总额【删】，验收合格。', '附件二 投资明细'])
})

test('O-09 a page is taken out as a whole', () => {
  assert.deepEqual(left([], [2]), [pages[0], '【第2页删】'])
})

test('O-09 of two passages within each other nothing of the longer one stays', () => {
  assert.deepEqual(left(['三百二十万元', '总额三百二十万元，验收']), ['验收意见\n投资【删】合格。', '附件二 投资明细'])
})

test('O-09 a passage that is nowhere, or a page that is none, is refused rather than overlooked', () => {
  assert.equal(left(['四百万元']), 'disclosure.passage-missing')
  assert.equal(left([], [3]), 'disclosure.passage-missing')
})

test('O-09 where nothing would remain it is no partial disclosure', () => {
  assert.equal(left([], [1, 2]), 'disclosure.nothing-left')
})

test('O-09 a passage is found in full and half width, and of passages that overlap nothing stays', () => {
  assert.deepEqual(left(['电话020-88'], [], ['办公电话：０２０－８８ 转1']), 'disclosure.passage-missing')
  assert.deepEqual(left(['020-88'], [], ['办公电话：０２０－８８ 转1']), ['办公电话：【删】 转1'])
  assert.deepEqual(left(['甲乙丙', '丙丁'], [], ['甲乙丙丁戊']), ['【删】戊'])
})

test('O-09 signs that mean something to a search are taken as they stand', () => {
  assert.deepEqual(left(['(a+b)*[c]'], [], ['甲 (a+b)*[c] 乙']), ['甲 【删】 乙'])
})

test('O-09 whatever is taken out can no longer be read, however it was broken', () => {
  const character = fc.constantFrom(...'甲乙丙丁一二三')
  fc.assert(
    fc.property(fc.array(character, { minLength: 2, maxLength: 60 }), fc.array(fc.nat(59), { minLength: 1, maxLength: 4 }), (letters, starts) => {
      const text = letters.join('\n')
      const passages = starts.filter((start) => start < letters.length).map((start) => letters.slice(start, start + 3).join(''))
      const result = left(passages, [], [text, '其他'])
      assert.ok(Array.isArray(result))
      assert.deepEqual(stillReadable(result.join('\n'), passages), [])
    }),
  )
})
