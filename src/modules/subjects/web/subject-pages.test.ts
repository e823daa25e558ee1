import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
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

test('in the demo city an invented person signs in and comes back to where he was', async () => {
  const page = await pages.get('/sign-in?back=/matters')
  assert.match(page.html, /<h2 id="demo-title">演示：选一个人<\/h2>/)
  const signedIn = await pages.post('/sign-in', anonymous, { way: 'demo', person: 'zhang-xiaomei', back: '/matters' })
  assert.equal(signedIn.location, '/matters')
  assert.match(signedIn.cookies[0] ?? '', /^yimen_session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax/)
})

test('signing in never leads to another site', async () => {
  const signedIn = await pages.post('/sign-in', anonymous, { way: 'demo', person: 'zhang-xiaomei', back: '//evil.test' })
  assert.equal(signedIn.location, '/me')
})

test('a code is asked for after the phone number, and a wrong one is refused on its field', async () => {
  const sent = await pages.post('/sign-in', anonymous, { way: 'send', phone: '13800005003' })
  assert.match(sent.html, /验证码已发往13800005003/)
  const wrong = await pages.post('/sign-in', anonymous, { way: 'code', phone: '13800005003', code: '12' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.html, /<a href="#code">/)
})

test('a person sees his own data masked, for whom he may act, and who looked', async () => {
  const { html } = await pages.get('/me', owner)
  assert.match(html, /<h1>张\*\*的主页<\/h1>/)
  assert.match(html, /138\*{4}5001/)
  assert.match(html, /花都区新华\*\*小吃店/)
  assert.match(html, /还没有工作人员看过/)
  assert.doesNotMatch(html, /13800005001|张晓梅/)
})

test('signing out is a form and forgets the cookie', async () => {
  assert.equal((await pages.get('/sign-out', owner)).location, '/me')
  const out = await pages.post('/sign-out', owner, {})
  assert.equal(out.location, '/')
  assert.match(out.cookies[0] ?? '', /^yimen_session=; .*Max-Age=0/)
})
