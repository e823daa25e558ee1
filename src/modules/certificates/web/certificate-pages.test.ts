import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approverOf, personCaller } from '#test/harness/callers.ts'
import { aDecidedCase, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const owner = await personCaller(office, 'zhang-xiaomei')
const stranger = await personCaller(office, 'wu-siqi')
after(async () => {
  await pages.close()
  await office.close()
})

test('the wallet is for whoever is signed in', async () => {
  assert.equal((await pages.get('/certificates')).location, '/sign-in?back=%2Fcertificates')
  const { status, html } = await pages.get('/certificates', owner)
  assert.equal(status, 200)
  assert.match(html, /<h1>我的证照<\/h1>/)
})

test('a typed code leads to the address that its QR code has', async () => {
  assert.match((await pages.get('/verify')).html, /<label for="code">文书核验码或证照标识<\/label>/)
  assert.equal((await pages.get('/verify?code=9H3T-4PWX-7KDA')).location, '/verify/9H3T-4PWX-7KDA')
})

test('a code that no document has is not found, and the field says so', async () => {
  const { status, html } = await pages.get('/verify/not-a-code')
  assert.ok(status === 400 || status === 404)
  assert.match(html, /role="alert"/)
  assert.match(html, /<a href="#code">/)
})

test('D-03 a certificate with a wrong check character is told apart before anything is looked up', async () => {
  const { status, html } = await pages.get('/verify/1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.A')
  assert.equal(status, 400)
  assert.match(html, /核验码或证照标识不对/)
})

test('a certificate that was issued is valid to anybody who asks, and its holder stays masked', async () => {
  const { number } = await aDecidedCase(office)
  const { certificate } = await office.call('cases.get-case', owner, { number })
  const identifier = certificate ?? (await office.call('cases.issue-case', await approverOf(office, foodLicence.unit), { number })).certificate ?? assert.fail('no certificate')
  const { status, html } = await pages.get(`/verify/${encodeURIComponent(identifier)}`)
  assert.equal(status, 200)
  assert.match(html, /食品经营许可证/)
  assert.doesNotMatch(html, /张晓梅|role="alert"/)
  assert.match((await pages.get('/certificates', owner)).html, /<b>食品经营许可证<\/b><span>花都区市场监督管理局，编号2026\d{6}<\/span>/, 'two of a kind are told apart by their numbers')
  assert.match((await pages.get(`/certificates/${encodeURIComponent(identifier)}`, owner)).html, /2026年9月7日至2031年9月6日.*class="qr qr-large"/)
  const face = `/certificates/${encodeURIComponent(identifier)}/face`
  assert.match((await pages.get(face, owner)).html, /<article class="sheet"[^>]*>.*<h1[^>]*><span>食品经营许可证<\/span><\/h1>.*张晓梅.*经营场所.*经营项目.*class="seal">/)
  assert.equal((await pages.get(face, stranger)).status, 404)
})

test('a document that was issued is found by the code printed on it', async () => {
  const { rows } = await office.database.pool.query<{ code: string; number: string }>('SELECT verification_code AS code, number FROM documents LIMIT 1')
  const [printed] = rows
  const { status, html } = await pages.get(`/verify/${printed?.code}`)
  assert.equal(status, 200)
  assert.match(html, new RegExp(printed?.number.replace(/[〔〕]/g, '.') ?? '^$'))
  assert.doesNotMatch(html, /role="alert"/)
})
