import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anAcceptedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

test('before the first case the page shows the catalogue and no figure of cases, not even zero', async () => {
  const { status, html } = await pages.get('/figures')
  assert.equal(status, 200)
  assert.match(html, /服务事项/)
  assert.doesNotMatch(html, /受理量|按时办结率/)
})

test('an accepted case appears with numerator, denominator and definition', async () => {
  await anAcceptedCase(office)
  const { html } = await pages.get('/figures')
  assert.match(html, /受理量/)
  assert.match(html, /cases\.online-rate\/1/)
  assert.match(html, /1／1/)
})

test('a period that ends before it begins is refused', async () => {
  assert.equal((await pages.get('/figures?from=2026-09-02&to=2026-09-01')).status, 400)
})
