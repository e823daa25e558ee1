import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { extractText, getDocumentProxy } from 'unpdf'
import { Refusal } from '#kernel/errors/refusal.ts'
import { drawPdf, renderPdf, simulatedLine } from './pdf.ts'
import { qrModules, qrSvg } from './qr.ts'
import type { DocumentTemplate } from './template.ts'

const notice: DocumentTemplate = {
  kind: 'notice',
  version: 1,
  title: '补正告知书',
  layout: 'letter',
  issuedOn: 'issuedOn',
  parts: [
    { kind: 'letterhead', text: '某某市市场监督管理局' },
    { kind: 'paragraph', text: '{{reason}}' },
    { kind: 'table', from: 'rows', columns: [{ heading: '材料', text: '{{name}}', share: 1 }] },
    { kind: 'seal', unit: '某某市市场监督管理局', name: '行政许可专用章', date: '{{issuedOn:day}}' },
    { kind: 'verification', address: 'https://example.gov.cn/verify/8F2K', code: '8F2K' },
  ],
  foot: '一式两份。',
}

function data(reason: string): { readonly issuedOn: string; readonly reason: string; readonly rows: readonly { readonly name: string }[] } {
  return { issuedOn: '2026-09-29', reason, rows: [{ name: '平面图' }] }
}

/** The words on the pages without spaces and line ends, which depend on the layout. */
async function words(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return text.replace(/\s+/g, '')
}

test('a notice becomes a PDF whose Chinese text can be read, searched and copied', async () => {
  const text = await words(await renderPdf(notice, data('平面图没有写消毒区面积。')))
  for (const expected of ['补正告知书', '某某市市场监督管理局', '平面图没有写消毒区面积。', '2026年9月29日', '第1页，共1页。一式两份。', '8F2K']) assert.ok(text.includes(expected), `${expected} in ${text}`)
})

test('the file is PDF/A-2a with both weights embedded and no other font', async () => {
  const file = Buffer.from(await renderPdf(notice, data('理由'))).toString('latin1')
  assert.match(file, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/)
  const fonts = new Set([...file.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map((match) => match[1]))
  assert.deepEqual(fonts, new Set(['NotoSerifSC-Regular', 'NotoSerifSC-Bold']))
  assert.equal([...file.matchAll(/\/FontFile[23] /g)].length, fonts.size)
})

test('the same document gives the same bytes, in another process too, dated by its day of issue', async () => {
  const first = Buffer.from(await renderPdf(notice, data('理由')))
  await renderPdf(notice, data('别的文书'))
  assert.deepEqual(Buffer.from(await renderPdf(notice, data('理由'))), first)
  assert.match(first.toString('latin1'), /\/CreationDate \(D:20260929000000Z\)/)
  const script = `import { renderPdf } from ${JSON.stringify(new URL('./pdf.ts', import.meta.url).href)}
    process.stdout.write(Buffer.from(await renderPdf(${JSON.stringify(notice)}, ${JSON.stringify(data('理由'))})).toString('base64'))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { maxBuffer: 16 * 1024 * 1024 })
  assert.ok(Buffer.from(stdout, 'base64').equals(first))
})

const hostile = ['#eval("1+1")', '*不是粗体* _x_ `raw`', '$x^2$ \\u{41} \\ \\# @ref <label>', '= 标题 - 列表 + 1. // /* 注释 */', ']} #panic() {[', '"引号" \'单\' \\"', '</svg>&amp;{{reason}}']

for (const reason of hostile) {
  test(`what a user typed stays text: ${reason}`, async () => {
    const text = await words(await renderPdf(notice, { ...data(reason), rows: [{ name: reason }] }))
    assert.equal(text.split(reason.replace(/\s+/g, '')).length, 3)
  })
}

test('ten thousand characters run over several pages and none is lost', async () => {
  for (const [letter, count] of [['文', 10_000], ['A', 10_000]] as const) {
    const pdf = await renderPdf(notice, data(letter.repeat(count)))
    const { totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
    assert.ok(totalPages > 4, `${totalPages} pages`)
    assert.ok((await words(pdf)).split(letter).length - 1 >= count)
  }
})

test('a character that the font cannot draw is refused by name instead of leaving an empty box', async () => {
  await assert.rejects(renderPdf(notice, data('当事人𠮷某、🙂')), (error) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.code, 'documents.glyph-missing')
    assert.deepEqual(error.details, { characters: ['𠮷', '🙂'] })
    return true
  })
})

test('a specimen says so and bears no seal', async () => {
  const unit = '某某市市场监督管理局'
  const real = await words(await renderPdf(notice, data('理由')))
  const specimen = await words(await renderPdf(notice, data('理由'), { specimen: true }))
  assert.ok(specimen.includes('样张，不具法律效力'))
  assert.ok(!real.includes('样张'))
  const letters = (text: string): number => text.split(unit.slice(-1)).length - 1
  assert.equal(letters(real) - letters(specimen), 1)
})

test('every page of a document of a simulated city says so, and no page of a real one', async () => {
  for (const layout of ['letter', 'certificate'] as const) {
    const document = { kind: 'bare', version: 1, layout, title: '证', issuedOn: '2026-01-01', blocks: [{ kind: 'facts', rows: [{ label: '名称', value: '文'.repeat(2_000) }] }] } as const
    const pdf = await drawPdf(document, { simulated: true })
    const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
    assert.ok(pages.length > 1)
    for (const page of pages) assert.ok(page.replace(/\s+/g, '').includes(simulatedLine), page)
    const real = await drawPdf(document)
    assert.ok(!(await words(real)).includes('模拟'))
    assert.deepEqual(Buffer.from(await drawPdf(document, { simulated: false })), Buffer.from(real))
  }
})

test('a document without words is still a sheet with its title', async () => {
  const pdf = await drawPdf({ kind: 'bare', version: 1, layout: 'letter', title: '空白', issuedOn: '2026-01-01', blocks: [] })
  assert.ok((await words(pdf)).startsWith('空白'))
})

test('a QR code has its three finders, its quiet zone and a safe label', () => {
  const modules = qrModules('https://example.gov.cn/verify/8F2K-7Q4M-3XTD')
  const last = modules.length - 1
  for (const [y, x] of [[0, 0], [0, last - 6], [last - 6, 0]] as const) {
    assert.deepEqual(modules.slice(y, y + 7).map((row) => row[x + 3]), [true, false, true, true, true, false, true])
  }
  const svg = qrSvg('x', '"><script>')
  assert.match(svg, /viewBox="0 0 29 29"/)
  assert.ok(svg.includes('d="M4 4h7v1h-7z'))
  assert.ok(!svg.includes('<script'))
})
