import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '#kernel/errors/refusal.ts'
import { chineseOrdinal } from './chinese-ordinal.ts'
import { composeDocument, requiredFields } from './compose.ts'
import { chineseDay, printable } from './placeholders.ts'
import { documentText } from './plain-text.ts'
import { remedyTermsOn } from './remedy-terms.ts'
import type { DocumentData, DocumentTemplate, Part } from './template.ts'

function template(...parts: readonly Part[]): DocumentTemplate {
  return { kind: 'probe', version: 1, title: '通知书', layout: 'letter', issuedOn: 'issuedOn', parts }
}

function compose(part: Part, data: DocumentData): readonly unknown[] {
  return [...composeDocument(template(part), { issuedOn: '2026-09-11', ...data }).blocks]
}

function refusalOf(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return assert.fail('nothing was refused')
}

test('a sentence takes its values, and a day is written as in a public document', () => {
  assert.deepEqual(compose({ kind: 'paragraph', text: '{{who}}于{{on:day}}提出，共{{count}}份。' }, { who: '张某', on: '2026-09-01', count: 3 }), [
    { kind: 'paragraph', text: '张某于2026年9月1日提出，共3份。' },
  ])
})

test('a missing value is a refusal that names every field, never a blank', () => {
  const probe = template(
    { kind: 'paragraph', text: '{{who}}{{on:day}}' },
    { kind: 'items', from: 'defects', text: '{{material}}' },
    { kind: 'table', from: 'materials', columns: [{ heading: '材料', text: '{{name}}', share: 1 }] },
  )
  const refusal = refusalOf(() => composeDocument(probe, { issuedOn: '2026-02-30', who: ' \u200B', on: '9月1日', defects: [{ material: '甲' }, {}], materials: [] }))
  assert.equal(refusal.code, 'documents.data-missing')
  assert.deepEqual(refusal.details, { kind: 'probe', missing: ['who', 'defects.1.material', 'materials'], malformed: ['issuedOn', 'on'] })
})

test('a sentence that depends on a value appears with it and disappears without it', () => {
  const part: Part = { kind: 'paragraph', text: ['法定期限。', { text: '承诺{{days}}日。', when: 'days' }, { text: '没有承诺。', unless: 'days' }] }
  assert.deepEqual(compose(part, { days: 5 }), [{ kind: 'paragraph', text: '法定期限。承诺5日。' }])
  assert.deepEqual(compose(part, {}), [{ kind: 'paragraph', text: '法定期限。没有承诺。' }])
  assert.deepEqual(compose({ kind: 'paragraph', text: { text: '{{days}}', when: 'days' } }, {}), [])
})

test('a reason typed with or without its full stop reads the same', () => {
  for (const reason of ['面积不足', '面积不足。', '面积不足.  ']) {
    assert.deepEqual(compose({ kind: 'paragraph', text: '因{{reason}}。' }, { reason }), [{ kind: 'paragraph', text: '因面积不足。' }])
  }
})

test('placeholders and replacement signs inside a value stay as they were typed', () => {
  assert.deepEqual(compose({ kind: 'paragraph', text: '{{who}}！' }, { who: '{{secret}} $& $1', secret: 'x' }), [{ kind: 'paragraph', text: '{{secret}} $& $1！' }])
})

test('a value cannot hide or reorder text or break its line', () => {
  assert.equal(printable('张\u202E三\u0000\u200B\n\r\u2028李四\uD800'), '张三 李四\uFFFD')
  assert.equal(printable('𱁬䶮'), '𱁬䶮')
})

test('items are numbered as in Chinese documents, table rows with figures', () => {
  assert.deepEqual(compose({ kind: 'items', from: 'list', text: '{{name}}。' }, { list: [{ name: '甲' }, { name: '乙' }] }), [{ kind: 'items', items: ['一、甲。', '二、乙。'] }])
  const [table] = compose({ kind: 'table', from: 'list', columns: [{ heading: '材料', text: '{{name}}', share: 3 }] }, { list: [{ name: '甲' }] })
  assert.deepEqual(table, { kind: 'table', columns: [{ heading: '序', share: 1 }, { heading: '材料', share: 3 }], rows: [['1', '甲']] })
})

test('every enumeration numeral from 1 to 999 can be read back', () => {
  const value = (text: string): number => {
    let total = 0
    let digit = 0
    for (const sign of text) {
      if (sign === '百' || sign === '十') {
        total += (digit || 1) * (sign === '百' ? 100 : 10)
        digit = 0
      } else digit = '零一二三四五六七八九'.indexOf(sign)
    }
    return total + digit
  }
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), (ordinal) => value(chineseOrdinal(ordinal)) === ordinal))
  assert.deepEqual([10, 12, 20, 105, 110, 999].map(chineseOrdinal), ['十', '十二', '二十', '一百零五', '一百一十', '九百九十九'])
  assert.throws(() => chineseOrdinal(0), RangeError)
})

test('a form leaves a place for a pen only where the template says so', () => {
  const rows = [{ label: '收件人', text: { text: '{{by}}', when: 'by' }, byHand: true }, { label: '备注', text: { text: '{{note}}', when: 'note' } }] as const
  assert.deepEqual(compose({ kind: 'facts', rows }, {}), [{ kind: 'facts', rows: [{ label: '收件人', value: '' }] }])
})

test('C-12 the term for a lawsuit was three months until 30 April 2015 and is six since', () => {
  assert.equal(remedyTermsOn('2015-04-30').suitMonths, 3)
  assert.equal(remedyTermsOn('2015-05-01').suitMonths, 6)
  assert.match(remedyTermsOn('2023-12-31').reviewBasis, /第九条/)
  assert.match(remedyTermsOn('2024-01-01').reviewBasis, /第二十条/)
  assert.equal(refusalOf(() => remedyTermsOn('2004-06-30')).code, 'documents.no-remedy-terms')
})

test('C-12 the terms follow the day of issue and cannot be overwritten by the data', () => {
  const data = { issuedOn: '2014-01-02', suitMonths: 99 }
  assert.deepEqual(composeDocument(template({ kind: 'remedy', text: '{{reviewDays}}日、{{suitMonths}}个月' }), data).blocks, [{ kind: 'paragraph', text: '60日、3个月' }])
})

test('the fields that a template requires are known before it is filled', () => {
  const probe = template(
    { kind: 'remedy', text: '{{reviewDays}}{{court}}' },
    { kind: 'paragraph', text: ['{{a}}', { text: '{{b}}', when: 'b' }] },
    { kind: 'items', from: 'list', text: '{{c}}' },
  )
  assert.deepEqual(requiredFields(probe), ['issuedOn', 'court', 'a', 'list'])
})

test('only real days are written as days', () => {
  assert.equal(chineseDay('2028-02-29'), '2028年2月29日')
  for (const day of ['2027-02-29', '2026-13-01', '2026-1-1', '']) assert.equal(chineseDay(day), undefined)
})

test('the words of a document can be read line by line', () => {
  const document = composeDocument(
    template({ kind: 'letterhead', text: '某局' }, { kind: 'verification', address: '{{url}}', code: '{{code}}' }, { kind: 'seal', unit: '某局', name: '章', date: '{{issuedOn:day}}' }),
    { issuedOn: '2026-09-11', url: 'https://example.gov.cn/v/1', code: '8F2K' },
  )
  assert.deepEqual(documentText(document).split('\n'), ['通知书', '某局', '扫码，或在“核验文书”输入8F2K，可查真伪和现在的状态。', '某局', '2026年9月11日'])
})
