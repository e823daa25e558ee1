import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { personCaller } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const owner = await personCaller(office, 'zhang-xiaomei')
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
