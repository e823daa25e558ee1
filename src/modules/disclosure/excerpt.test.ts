import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'
import { drawPdf, simulatedLine } from '#kernel/documents/pdf.ts'
import { excerptOf, pagesOf } from './excerpt.ts'

const original = await drawPdf({
  kind: 'test', version: 1, layout: 'letter', title: '验收意见', issuedOn: '2025-11-03',
  blocks: [
    { kind: 'paragraph', text: '市场升级改造工程验收合格，同意投入使用。' },
    { kind: 'paragraph', text: '其中冷库设备由广州鼋鼍公司供货，单价为人民币捌佰万元整。' },
  ],
})
const place = { issuedOn: '2026-09-07', simulated: false } as const
const secret = '广州鼋鼍公司供货，单价为人民币捌佰万元整'

/** All of a PDF: its bytes, and every stream that can be decompressed. */
function everythingIn(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const parts = [bytes.toString('latin1')]
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = bytes[at + 6] === 0x0d ? at + 8 : at + 7
    const end = bytes.indexOf('endstream', start)
    if (end < 0) break
    try {
      parts.push(inflateSync(bytes.subarray(start, end)).toString('latin1'))
    } catch {
      // not a compressed stream
    }
  }
  return parts.join('\n')
}

/** The ways in which a PDF can hold a character: in its map back to Unicode, as UTF-16 and as UTF-8. */
function formsOf(character: string): readonly string[] {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
  return [`<${code}>`, `<${code.toUpperCase()}>`, Buffer.from(code, 'hex').toString('latin1'), Buffer.from(character).toString('latin1')]
}

test('O-09 in the bytes of an excerpt and in all its streams nothing is left of the characters that were taken out', async () => {
  const before = everythingIn(original)
  const after = everythingIn(await excerptOf(original, { passages: [secret], pages: [] }, place))
  // 鼋 and 鼍 stand nowhere else in the document, so that their presence anywhere would tell.
  for (const character of '鼋鼍捌') {
    const [inMap, inMapUpper] = formsOf(character)
    assert.ok(before.includes(inMap ?? '') || before.includes(inMapUpper ?? ''), 'the original has it, and this test sees it')
    for (const form of formsOf(character).slice(0, 2)) assert.ok(!after.includes(form), character)
    assert.ok(!after.includes(Buffer.from(character).toString('latin1')), character)
  }
})

test('O-09 an excerpt says what remains and where something was taken out', async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await excerptOf(original, { passages: [secret], pages: [] }, place))), { mergePages: true })
  const plain = text.replaceAll(/\s/g, '')
  assert.ok(plain.includes('市场升级改造工程验收合格，同意投入使用。'))
  assert.ok(plain.includes('其中冷库设备由（此处内容不予公开，已删除）。'))
  assert.ok(!plain.includes('鼋鼍'))
})

test('O-09 words that an excerpt uses of itself may be taken out of the original', async () => {
  const lines = ['甲方同意公开。', '乙方付款。'].map((text) => ({ kind: 'paragraph' as const, text }))
  const source = await drawPdf({ kind: 'test', version: 1, layout: 'letter', title: '合同', issuedOn: '2025-11-03', blocks: lines })
  const left = (await pagesOf(await excerptOf(source, { passages: ['公开'], pages: [] }, place))).join('').replaceAll(/\s/g, '')
  assert.ok(left.includes('甲方同意（此处内容不予公开，已删除）。'))
})

test('O-09 an excerpt of a simulated city says so, and words of that line may be taken out of the original', async () => {
  const source = await drawPdf({ kind: 'test', version: 1, layout: 'letter', title: '合同', issuedOn: '2025-11-03', blocks: [{ kind: 'paragraph', text: '甲方虚构一笔货款。' }] })
  const left = (await pagesOf(await excerptOf(source, { passages: ['虚构'], pages: [] }, { ...place, simulated: true }))).join('').replaceAll(/\s/g, '')
  assert.ok(left.includes(simulatedLine))
  assert.ok(left.includes('甲方（此处内容不予公开，已删除）一笔货款。'))
})

test('O-09 what is no PDF, or has no text that could be taken out, is refused', async () => {
  await assert.rejects(pagesOf(Buffer.from('not a document')), { message: 'disclosure.not-pdf' })
  const empty = await drawPdf({ kind: 'test', version: 1, layout: 'letter', title: '', issuedOn: '2025-11-03', blocks: [] })
  await assert.rejects(excerptOf(empty, { passages: ['甲'], pages: [] }, place), (error: Error) => error.message.startsWith('disclosure.'))
})
