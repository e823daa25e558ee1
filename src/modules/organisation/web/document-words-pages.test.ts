import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { administrator, clerk } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const admin = await administrator(office)
const path = '/administration/templates/acceptanceVoucher'

async function fields(changes: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { texts } = await office.call('kernel.get-document-kind', admin, { kind: 'acceptanceVoucher' })
  return { key: hiddenField(await pages.get(path, admin), 'key'), ...Object.fromEntries(texts.map(({ latest }, place) => [`text-${place}`, latest])), ...changes }
}

test('other words of a letter are seen on a specimen before they are kept, its foot and its code too', async () => {
  const { texts } = await office.call('kernel.get-document-kind', admin, { kind: 'acceptanceVoucher' })
  const foot = texts.at(-1)?.latest ?? ''
  const { html, status } = await pages.post(path, admin, await fields({ intent: 'preview', 'text-0': '行政许可受理通知书', [`text-${texts.length - 1}`]: `${foot}试行。` }))
  const specimen = /<section[^>]*id="specimen".*?<\/section>/s.exec(html)?.[0] ?? ''
  assert.equal(status, 200)
  for (const words of ['行政许可受理通知书', '试行。']) assert.ok(specimen.includes(words), words)
  assert.match(specimen, /<svg/)
  assert.deepEqual((await office.call('kernel.get-document-kind', admin, { kind: 'acceptanceVoucher' })).changes, [])
})

test('a text without one of its placeholders comes back with what is wrong, and everything that was typed', async () => {
  const { texts } = await office.call('kernel.get-document-kind', admin, { kind: 'acceptanceVoucher' })
  const place = texts.findIndex(({ latest }) => latest.includes('{{promisedDays}}'))
  const { html, status } = await pages.post(path, admin, await fields({ intent: 'change', [`text-${place}`]: '承诺十日内办结。', validFrom: '2026-10-09', document: '穗花政数〔2026〕18号', reason: '统一文书' }))
  assert.equal(status, 422)
  assert.match(html, new RegExp(`href="#text-${place}"`))
  for (const typed of ['承诺十日内办结。', '2026-10-09', '穗花政数〔2026〕18号', '统一文书']) assert.ok(html.includes(typed), typed)
})

test('words are kept from a day on, stand in the history, and are withdrawn before their day', async () => {
  const kept = await pages.post(path, admin, await fields({ intent: 'change', 'text-0': '行政许可受理通知书', validFrom: '2026-10-09', document: '穗花政数〔2026〕18号', reason: '统一文书' }))
  assert.equal(kept.location, `${path}#history`)
  const shown = await pages.get(path, admin)
  assert.match(shown.html, /id="text-0"[^>]*value="行政许可受理通知书"/)
  assert.match(shown.html, /穗花政数〔2026〕18号/)
  const withdrawn = await pages.post(path, admin, { key: `2026-10-09-${hiddenField(shown, 'key')}`, intent: 'withdraw', withdraw: '2026-10-09', reason: '暂缓施行' })
  assert.equal(withdrawn.location, `${path}#history`)
  assert.match((await pages.get(path, admin)).html, /已撤回/)
})

test('a clerk is not let in, and a certificate, whose face is not worded, is not found', async () => {
  assert.equal((await pages.get(path, await clerk(office))).status, 403)
  assert.equal((await pages.get('/administration/templates/noSuchKind', admin)).status, 404)
})
