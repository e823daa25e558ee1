import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import { placeables } from '../registry.ts'
import { readTemplate } from './template.ts'
import { placesOf, templateOfText, textOfTemplate } from './template-text.ts'

test('the template that ships reads as text without a single code, and the text says the same template', () => {
  const shipped = readTemplate('half-year')
  const text = textOfTemplate(shipped, placeables)
  assert.doesNotMatch(text, /\{[\w.:-]+\}/)
  assert.match(text, /\{累计接件量\}件/)
  assert.match(text, /\{接件量同比增幅：同比\}/)
  assert.deepEqual(must(templateOfText(text, placeables)), shipped)
})

test('a place that names no figure is refused with its line', () => {
  const verdict = templateOfText('标题\n\n# 一\n\n共{受理数量}件\n其中{按时办结率：同比}', placeables)
  assert.ok(!verdict.ok)
  assert.equal(verdict.refusal.code, 'reporting.place-unknown')
  assert.deepEqual(verdict.refusal.details, { places: [{ line: 5, name: '受理数量' }, { line: 6, name: '按时办结率：同比' }] })
})

test('a text without a title, without a section, or with a sentence outside of one is refused', () => {
  for (const text of ['', '# 一\n句子', '标题', '标题\n句子\n# 一', '标题\n#\n句子']) {
    const verdict = templateOfText(text, placeables)
    assert.ok(!verdict.ok, text)
    assert.equal(verdict.refusal.code, 'reporting.template-shape')
  }
})

test('colons of either width, blanks and line ends of any system are read alike', () => {
  const written = (text: string): unknown => must(templateOfText(text, placeables))
  assert.deepEqual(written('标题\r\n\r\n# 一\r\n按时{ 按时办结率 : 分子 }件'), written('标题\n# 一\n按时{按时办结率：分子}件'))
})

test('every figure has a name of its own, so that a place means one figure', () => {
  const names = placeables.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  assert.equal(new Set(placesOf(placeables)).size, placesOf(placeables).length)
})
