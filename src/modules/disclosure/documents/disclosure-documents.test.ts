import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { composeDocument, requiredFields } from '#kernel/documents/compose.ts'
import { drawPdf } from '#kernel/documents/pdf.ts'
import { documentText } from '#kernel/documents/plain-text.ts'
import type { DocumentData } from '#kernel/documents/template.ts'
import { ANSWER_FORMS, ANSWER_KINDS, type AnswerKind } from '../schema.ts'
import { disclosureDocumentKinds } from './document-kinds.ts'
import { disclosureDocuments } from './templates.ts'

const sampleOf = (kind: string): DocumentData => disclosureDocumentKinds.find(({ template }) => template.kind === kind)?.sample ?? assert.fail(kind)
const textOf = (kind: AnswerKind, changes: DocumentData = {}): string => documentText(composeDocument(disclosureDocuments[kind], { ...sampleOf(kind), ...changes }))

for (const { template, sample } of disclosureDocumentKinds) {
  test(`${template.title} fits on one sheet and bears number, unit, seal, date and a code to verify`, async () => {
    const document = composeDocument(template, sample)
    const { totalPages } = await extractText(await getDocumentProxy(new Uint8Array(await drawPdf(document))), { mergePages: true })
    assert.equal(totalPages, 1)
    const parts = document.blocks.map((block) => block.kind)
    for (const part of ['letterhead', 'number', 'seal', 'verification'] as const) assert.ok(parts.includes(part), part)
  })

  test(`${template.title} is not made while anything required is missing`, () => {
    for (const field of requiredFields(template)) assert.throws(() => composeDocument(template, { ...sample, [field]: undefined }), { message: 'documents.data-missing' }, field)
  })
}

test('O-08 every letter against the applicant gives reason, legal basis and remedies; one that grants has none', () => {
  for (const kind of ANSWER_KINDS) {
    const text = textOf(kind)
    if (!ANSWER_FORMS[kind].needs.includes('reason')) assert.doesNotMatch(text, /行政复议/, kind)
    else assert.match(text, /依据《.*理由：.*申请行政复议/s, kind)
  }
})

test('O-08 who is denied a record from 2024 on asks for review before he goes to court, for the other answers he may choose', () => {
  assert.match(textOf('withheld'), /第二十三条第一款第四项，先向广州市花都区人民政府申请行政复议/)
  assert.match(textOf('notAvailable'), /也可以自收到本告知书之日起6个月内/)
  assert.match(textOf('withheld', { reviewFirst: undefined, issuedOn: '2022-03-01' }), /第九条第一款向.*也可以/)
})
