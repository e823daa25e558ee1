import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { administrator, clerk } from '#test/harness/callers.ts'
import { anAcceptedCase, caseAs, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice()
after(() => office.close())
const admin = await administrator(office)
const window = await clerk(office)
const kind = 'acceptanceVoucher'
const decision = { validFrom: '2026-09-09', reason: '统一文书名称', document: '穗花政数〔2026〕18号' } as const

const textsNow = async (): Promise<string[]> => (await office.call('kernel.get-document-kind', admin, { kind })).texts.map(({ inForce }) => inForce)
const retitled = async (title: string): Promise<string[]> => [title, ...(await textsNow()).slice(1)]

async function voucherOf(number: string): Promise<{ readonly title: string; readonly pdf: string }> {
  const documentId = (await caseAs(office, window, number)).documents.find((one) => one.kind === kind)?.id ?? ''
  const { bytes } = (await office.call('cases.get-document', window, { number, documentId })) as { bytes: Uint8Array }
  return { title: (await office.call('cases.get-document-words', window, { number, documentId })).title, pdf: Buffer.from(bytes).toString('base64') }
}

test('an administrator words a document from a day on: what was issued before keeps its words and its bytes', async () => {
  const { number: earlier } = await anAcceptedCase(office)
  const before = await voucherOf(earlier)
  await office.call('kernel.change-document-words', admin, { kind, texts: await retitled('行政许可受理通知书'), ...decision })
  assert.equal((await voucherOf((await anAcceptedCase(office)).number)).title, '行政许可申请受理通知书', 'its day has not begun')
  setTime(office, '2026-09-09')
  assert.equal((await voucherOf((await anAcceptedCase(office)).number)).title, '行政许可受理通知书')
  assert.deepEqual(await voucherOf(earlier), before)
  const shown = await office.call('kernel.get-document-kind', admin, { kind })
  assert.deepEqual([shown.title, shown.since, shown.changes.length, shown.changes[0]?.changed], ['行政许可受理通知书', '2026-09-09', 1, 1])
})

test('whoever words a document anew begins with what was decided last, also when its day is still to come: nothing decided is lost unseen', async () => {
  const decidedLater = { reason: '统一文书名称', document: '穗花政数〔2026〕19号' } as const
  const title = async (): Promise<string | undefined> => (await office.call('kernel.get-document-kind', admin, { kind: 'receiptSlip' })).texts[0]?.latest
  const [shipped, ...others] = (await office.call('kernel.get-document-kind', admin, { kind: 'receiptSlip' })).texts.map(({ latest }) => latest)
  await office.call('kernel.change-document-words', admin, { kind: 'receiptSlip', texts: ['行政许可收件凭证', ...others], validFrom: '2026-10-01', ...decidedLater })
  assert.equal(await title(), '行政许可收件凭证')
  const { texts } = await office.call('kernel.get-document-kind', admin, { kind: 'receiptSlip' })
  assert.equal(texts[0]?.inForce, shipped)
})

test('words that lose a placeholder, that no font can draw, or whose day has begun are refused', async () => {
  const texts = await textsNow()
  const lost = texts.map((text) => text.replace('{{promisedDays}}', '十'))
  const later = { ...decision, validFrom: '2026-09-20' } as const
  await assert.rejects(office.call('kernel.change-document-words', admin, { kind, texts: lost, ...later }), { code: 'documents.wording-unfit' })
  await assert.rejects(office.call('kernel.preview-document-words', admin, { kind, texts: lost }), { code: 'documents.wording-unfit' })
  await assert.rejects(office.call('kernel.change-document-words', admin, { kind, texts: await retitled('受理\u{2A6D6}通知书'), ...later }), { code: 'documents.glyph-missing' })
  // The specimen is of an application that came online: it does not say what the window says.
  const atWindow = texts.map((text) => (text.includes('当面声明') ? `${text}\u{2A6D6}` : text))
  assert.notDeepEqual(atWindow, texts)
  await assert.rejects(office.call('kernel.change-document-words', admin, { kind, texts: atWindow, ...later }), { code: 'documents.glyph-missing' })
  await assert.rejects(office.call('kernel.change-document-words', admin, { kind, texts: await retitled('受理书'), ...decision }), { code: 'settings.day-has-begun' })
  await assert.rejects(office.call('kernel.change-document-words', admin, { kind, texts, ...later }), { code: 'settings.unchanged' })
  await assert.rejects(office.call('kernel.get-document-kind', admin, { kind: 'noSuchKind' }), { code: 'documents.kind-unknown' })
})

test('a preview shows the new words with invented contents and keeps nothing; words are withdrawn before their day', async () => {
  const { title, specimen } = await office.call('kernel.preview-document-words', admin, { kind, texts: await retitled('受理书') })
  assert.deepEqual([title, specimen], ['受理书', true])
  const later = { ...decision, validFrom: '2026-09-20' } as const
  await office.call('kernel.change-document-words', admin, { kind, texts: await retitled('受理书'), ...later })
  await assert.rejects(office.call('kernel.change-document-words', admin, { kind, texts: await retitled('受理单'), ...later }), { code: 'settings.already-set' })
  await office.call('kernel.withdraw-document-words', admin, { kind, validFrom: '2026-09-20', reason: '暂缓' })
  setTime(office, '2026-09-21')
  assert.equal((await office.call('kernel.get-document-kind', admin, { kind })).title, '行政许可受理通知书')
})
