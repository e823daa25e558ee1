import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { composeDocument, requiredFields } from '#kernel/documents/compose.ts'
import { renderPdf } from '#kernel/documents/pdf.ts'
import { documentText } from '#kernel/documents/plain-text.ts'
import { certificateSample } from './certificate-sample.ts'
import { certificate } from './certificate.ts'

test('a certificate is one landscape sheet with its name, holder, business fields, validity and identifier', async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await renderPdf(certificate, certificateSample)))
  const { text, totalPages } = await extractText(pdf, { mergePages: true })
  assert.equal(totalPages, 1)
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
  assert.ok(width > height)
  const sheet = text.replace(/\s+/g, '')
  for (const part of ['食品经营许可证', 'JY24401140000001', '92440101MA00000001', '热食类食品制售', '2026年10月13日至2031年10月12日', '11440114MB2C000019.JY24401140000001.001.X']) assert.ok(sheet.includes(part), part)
})

test('a certificate without an end of validity says that it does not expire', () => {
  assert.match(documentText(composeDocument(certificate, { ...certificateSample, validTo: undefined })), /有效期限：2026年10月13日起长期有效/)
})

test('a certificate may have no business fields, but must be told so', () => {
  assert.equal(composeDocument(certificate, { ...certificateSample, fields: [] }).title, '食品经营许可证')
  for (const field of requiredFields(certificate)) {
    assert.throws(() => composeDocument(certificate, { ...certificateSample, [field]: undefined }), { message: 'documents.data-missing' }, field)
  }
})
