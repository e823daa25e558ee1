import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { personCaller } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { aRequest } from '#test/harness/disclosure.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'
import { aComplaint } from '#test/harness/supervision.ts'

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

/** The fields of the form on a page that leads to an address, as the browser would send them back. */
function formTo(html: string, action: string): Record<string, string> {
  const form = html.split(`<form action="${action}"`)[1]?.split('</form>')[0] ?? assert.fail(`no form to ${action}`)
  const plain = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return Object.fromEntries([...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [plain(name ?? ''), plain(value ?? '')]))
}

test('a form that was sent after the session had ended comes back after signing in, filled as it was', async () => {
  const typed = { reason: '店面 "A" <不租了>', version: '3' }
  const turned = await pages.post('/matters/X1/withdraw', anonymous, typed)
  assert.equal(turned.status, 307)
  assert.equal(turned.location, '/sign-in?back=%2Fmatters%2FX1%2Fwithdraw&kept=form')
  const asked = await pages.post(turned.location ?? '', anonymous, typed)
  assert.equal(asked.status, 401)
  assert.match(asked.html, /登录已过期。刚才填的内容都还在/)
  const signedIn = await pages.post('/sign-in', anonymous, { ...formTo(asked.html, '/sign-in'), way: 'demo', person: 'zhang-xiaomei' })
  assert.match(signedIn.cookies[0] ?? '', /^yimen_session=/)
  assert.match(signedIn.html, /<h1>已经登录<\/h1>/)
  assert.deepEqual(formTo(signedIn.html, '/matters/X1/withdraw'), typed)
})

test('a kept form survives a mistake while signing in, says that files must be chosen again, and never leaves this site', async () => {
  const upload = { step: 'materials', 'material-m3': new File(['%PDF-1.4'], 'a.pdf') }
  const asked = await pages.post('/sign-in?back=%2F%2Fevil.test&kept=form', anonymous, upload)
  assert.match(asked.html, /选过的文件要再选一次/)
  const mistaken = await pages.post('/sign-in', anonymous, { ...formTo(asked.html, '/sign-in'), way: 'demo' })
  assert.equal(mistaken.status, 422)
  const signedIn = await pages.post('/sign-in', anonymous, { ...formTo(mistaken.html, '/sign-in'), way: 'demo', person: 'zhang-xiaomei' })
  assert.deepEqual(formTo(signedIn.html, '/me'), { step: 'materials' })
})

test('a person lets somebody act for a company on a page, sees it, and takes it back; the agent sees it too', async () => {
  const boss = { ...(await personCaller(office, 'li-guoqiang')), level: 3 }
  const agent = await personCaller(office, 'tan-yongan')
  const form = await pages.get('/agents/new', boss)
  const company = (await office.call('subjects.get-me', boss, {})).actsFor[0]?.id ?? assert.fail('he represents nobody')
  const fields = { key: hiddenField(form, 'key'), principalId: company, 'agent-name': '谭永安', 'agent-idNumber': '440114199809130130', scope: 'themes', 'scope-themes': ['th-16'], from: '2026-09-08', to: '2026-12-31' }
  const empty = await pages.post('/agents/new', boss, { key: fields.key, principalId: company })
  assert.equal(empty.status, 422)
  for (const id of ['agent-name', 'agent-idNumber', 'scope', 'to']) assert.match(empty.html, new RegExp(`<a href="#${id}">`))
  const wrong = await pages.post('/agents/new', boss, { ...fields, key: 'another', 'agent-name': '谭永康' })
  assert.match(wrong.html, /没有找到这位代理人/)
  assert.match(wrong.html, /value="谭永康"/)
  const before = (await office.call('subjects.list-authorisations', boss, {})).items.length
  for (const _ of ['once', 'twice']) assert.equal((await pages.post('/agents/new', boss, fields)).location, '/agents')
  const { items } = await office.call('subjects.list-authorisations', boss, {})
  assert.equal(items.length, before + 1)
  assert.match((await pages.get('/agents', boss)).html, /还没开始/)
  assert.match((await pages.get('/agents', agent)).html, /不再代办/)
  assert.equal((await pages.post('/agents', boss, { revoke: items[0]?.id ?? '' })).location, '/agents')
  assert.match((await pages.get('/agents', agent)).html, /已撤回/)
})

test('nobody ends an authorisation that is not his, and whoever is not surely known is told how to give one', async () => {
  const { items } = await office.call('subjects.list-authorisations', await personCaller(office, 'tan-yongan'), {})
  assert.equal((await pages.post('/agents', owner, { revoke: items[0]?.id ?? '' })).status, 404)
  assert.match((await pages.get('/agents/new', { ...owner, level: 1 })).html, /授权要求实名等级/)
})

test('messages show what is new, are read by opening their case, and are nobody else’s', async () => {
  const { number } = await aSubmittedCase(office)
  const page = await pages.get('/messages', owner)
  assert.match(page.html, new RegExp(`已提交，办件编号${number}`))
  const id = new RegExp(`name="open" value="([^"]+)"|value="([^"]+)" name="open"`).exec(page.html)?.slice(1).find(Boolean) ?? assert.fail('nothing to open')
  assert.match((await pages.get('/me', owner)).html, /有\d+条没看/)
  await pages.post('/messages', await personCaller(office, 'li-guoqiang'), { read: id })
  assert.match((await pages.get('/messages?show=unread', owner)).html, new RegExp(id))
  assert.equal((await pages.post('/messages', owner, { open: id, matter: '//evil.test' })).location, `/matters/${number}`)
  assert.doesNotMatch((await pages.get('/messages?show=unread', owner)).html, new RegExp(`value="${id}"`))
  assert.match((await pages.get('/messages', owner)).html, new RegExp(`<a class="btn-link" href="/matters/${number}">看这个办件</a>`), 'what was read leads on by a link')
  assert.equal((await pages.post('/messages', owner, { open: randomUUID() })).location, '/messages')
})

test('a message about an appeal, an application for information or a complaint leads to that, not to a case', async () => {
  const asked = await aRequest(office)
  const complained = await aComplaint(office, 'accepted')
  const unread = (await office.call('kernel.list-messages', owner, { unreadOnly: true, limit: 100 })).items
  for (const [number, place, word] of [[asked, `/disclosure/${asked}`, '看这个申请'], [complained, `/complaints/${complained}`, '看这个投诉']] as const) {
    const message = unread.find(({ matterNumber }) => matterNumber === number) ?? assert.fail(`nothing was told about ${number}`)
    assert.match((await pages.get('/messages', owner)).html, new RegExp(`value="${message.id}" name="open">${word}<`))
    assert.equal((await pages.post('/messages', owner, { open: message.id })).location, place)
    assert.equal((await pages.get(place, owner)).status, 200)
  }
})
