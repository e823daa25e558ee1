import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { composeDocument, requiredFields } from '#kernel/documents/compose.ts'
import { drawPdf } from '#kernel/documents/pdf.ts'
import { documentText } from '#kernel/documents/plain-text.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { caseDocumentSamples as samples } from './samples.ts'
import { caseDocuments, type CaseDocumentKind } from './templates.ts'

const kinds = Object.keys(caseDocuments) as CaseDocumentKind[]

function textOf(kind: CaseDocumentKind, changes: DocumentData = {}): string {
  return documentText(composeDocument(caseDocuments[kind], { ...samples[kind], ...changes }))
}

for (const kind of kinds) {
  const template = caseDocuments[kind]

  test(`${template.title} fits on one sheet, and the sheet says what the page says`, async () => {
    const document = composeDocument(template, samples[kind])
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(await drawPdf(document))), { mergePages: true })
    assert.equal(totalPages, 1)
    const sheet = text.replace(/\s+/g, '')
    for (const block of document.blocks) {
      if ('text' in block && block.kind !== 'verification') assert.ok(sheet.includes(block.text.replace(/\s+/g, '')), `${block.text} in ${sheet}`)
    }
  })

  test(`${template.title} is not made while anything required is missing`, () => {
    for (const field of requiredFields(template)) {
      assert.throws(
        () => composeDocument(template, { ...samples[kind], [field]: undefined }),
        (error) => error instanceof Refusal && error.code === 'documents.data-missing' && (error.details['missing'] as string[]).includes(field),
        field,
      )
    }
  })

  test(`C-03 ${template.title} bears number, unit, seal, date and a code to verify`, () => {
    const { blocks } = composeDocument(template, samples[kind])
    const kindsOfBlock = blocks.map((block) => block.kind)
    for (const part of ['letterhead', 'number', 'seal', 'verification'] as const) assert.ok(kindsOfBlock.includes(part), part)
  })

  test(`${template.title} is filed under its own name`, () => assert.equal(template.kind, kind))
}

test('C-02 the one-time notice lists every defect and promises that there will be no other', () => {
  const text = textOf('oneTimeNotice')
  assert.match(text, /一、主要设备设施/)
  assert.match(text, /二、食品安全规章制度/)
  assert.match(text, /本机关不再就本次申请提出新的补正要求/)
})

test('C-12 every decision against the applicant names review, court and their terms; a grant does not', () => {
  for (const kind of ['refusal', 'nonAcceptance', 'notRequired', 'outOfScope', 'revocation'] as const) {
    assert.match(textOf(kind), /60日内.*行政复议法》第二十条第一款.*人民政府申请行政复议.*6个月内.*法院提起行政诉讼/)
  }
  assert.doesNotMatch(textOf('approval'), /行政复议/)
})

test('C-12 a refusal of 2014 made again today still gives the three months of its time', () => {
  assert.match(textOf('refusal', { issuedOn: '2014-06-03' }), /3个月内，依照《中华人民共和国行政诉讼法》第三十九条/)
})

test('C-12 a refusal without a reason is not made', () => {
  assert.throws(() => textOf('refusal', { reasons: [] }), { message: 'documents.data-missing' })
})

test('C-04 C-05 an extension says who approved it: the head of the agency, or of the government for joint handling', () => {
  assert.match(textOf('extensionNotice'), /第四十二条第一款，经本机关负责人批准/)
  assert.match(textOf('extensionNotice', { government: '花都区人民政府' }), /第四十二条第二款，经花都区人民政府负责人批准/)
})

test('C-10 a hearing notice names time, place, the chair and the reviewers, and says that it costs nothing', () => {
  const text = textOf('hearingNotice')
  for (const part of [/时间：2026年9月25日上午9时30分/, /地点：/, /听证主持人：王/, /审查该申请的人员：陈/, /不承担组织听证的费用/, /第四十七条/]) assert.match(text, part)
  assert.match(textOf('hearingNotice', { requestedOn: undefined }), /第四十六条、第四十八条/)
})

test('an acceptance without a promise states the legal limit alone', () => {
  assert.match(textOf('acceptanceVoucher'), /起算：承诺10个工作日，至2026年9月24日；法定20个工作日/)
  assert.match(textOf('acceptanceVoucher', { promisedDays: undefined }), /起算：法定20个工作日，至2026年10月15日。/)
})

test('a delivery receipt leaves signature, proxy and note for the pen', () => {
  assert.match(textOf('deliveryReceipt'), /收件人签字或盖章：\n代收人及代收原因：\n备注：\n/)
  assert.match(textOf('deliveryReceipt', { receivedBy: '李某某' }), /收件人签字或盖章：李某某/)
})
