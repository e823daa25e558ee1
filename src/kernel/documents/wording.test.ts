import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeDocument } from './compose.ts'
import { documentText } from './plain-text.ts'
import type { DocumentTemplate } from './template.ts'
import { checkWording, wordableTexts, worded } from './wording.ts'

const template: DocumentTemplate = {
  kind: 'notice',
  version: 1,
  title: '受理通知书',
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    { kind: 'letterhead', text: '{{unit}}局' },
    { kind: 'paragraph', text: ['{{you}}{{appliedOn:day}}提出的申请收到。', { text: '到{{dueOn:day}}。', when: 'dueOn' }] },
    { kind: 'facts', rows: [{ label: '申请人', text: '{{applicant}}' }] },
    { kind: 'seal', unit: '{{unit}}', name: '专用章', date: '{{issuedOn:day}}' },
  ],
  foot: '一式两份。',
}
const received = '{{you}}{{appliedOn:day}}提出的申请收到。'
const data = { unit: '花都', you: '你', appliedOn: '2026-09-07', applicant: '张晓梅', issuedOn: '2026-09-07' }

test('title, paragraphs, labels and foot may be worded; authority, seal and what is a placeholder alone may not', () => {
  assert.deepEqual(wordableTexts(template), ['受理通知书', received, '到{{dueOn:day}}。', '申请人', '一式两份。'])
})

test('a document in the words of the office says them, and the rest as it was', () => {
  const text = documentText(composeDocument(worded(template, { [received]: '收到{{you}}{{appliedOn:day}}的申请。', 申请人: '姓名' }), data))
  assert.match(text, /受理通知书\n花都局\n收到你2026年9月7日的申请。\n姓名：张晓梅/)
})

test('a text that lost a placeholder is refused, and so is one with a placeholder that nothing fills', () => {
  const codeOf = (text: string): string | undefined => {
    const verdict = checkWording(template, { [received]: text })
    return verdict.ok ? undefined : verdict.refusal.fields.map(({ pointer, code }) => `${pointer} ${code}`).join()
  }
  assert.equal(codeOf('收到{{you}}{{appliedOn:day}}的申请。'), undefined)
  assert.equal(codeOf('收到{{you}}的申请。'), '/texts/1 documents.placeholder-missing')
  assert.equal(codeOf('收到{{you}}{{appliedOn}}的申请。'), '/texts/1 documents.placeholder-missing')
  assert.equal(codeOf('收到{{you}}{{appliedOn:day}}{{secret}}的申请。'), '/texts/1 documents.placeholder-unknown')
  assert.equal(codeOf('收到{{you}}{{appliedOn:day}}{的申请。'), '/texts/1 documents.placeholder-unknown')
  assert.equal(checkWording(template, { 没有这句: '有' }).ok, false)
})
