import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { administrator, clerk } from '#test/harness/callers.ts'
import { aRequest, disclosurePeople } from '#test/harness/disclosure.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { wordsOf } from '#test/harness/page-words.ts'
import { demoPassword, demoStaff } from './demo-staff.ts'

const office = await openTestOffice()
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

test('a clerk signs in with name and password and comes back to the page that asked for it', async () => {
  const { html } = await pages.get('/staff/sign-in?back=%2Fdesk')
  assert.ok(['登录名', '密码'].every((label) => wordsOf(html, 'label').includes(label)))
  const { status, location, cookies } = await pages.post('/staff/sign-in', anonymous, { signInName: 'liangxueying', password: demoPassword, code: '', back: '/desk' })
  assert.equal(status, 303)
  assert.equal(location, '/desk')
  assert.match(cookies[0] ?? '', /^yimen_session=[\w-]{20,};.*HttpOnly/)
})

test('a wrong password and an unknown name get the same answer, and no session', async () => {
  const tryIn = (signInName: string) => pages.post('/staff/sign-in', anonymous, { signInName, password: 'wrong-password', code: '', back: '' })
  const [wrong, unknown] = [await tryIn('zhouminhua'), await tryIn('nobody')]
  assert.deepEqual([wrong.status, unknown.status], [401, 401])
  assert.deepEqual(wordsOf(wrong.html, 'li').slice(-3), wordsOf(unknown.html, 'li').slice(-3))
  assert.match(wrong.html, /class="errsum"/)
  assert.deepEqual(wrong.cookies, [])
})

test('the sign-in leads back to pages of this office only', async () => {
  const { location } = await pages.post('/staff/sign-in', anonymous, { signInName: 'liangxueying', password: demoPassword, back: '//evil.test/' })
  assert.equal(location, '/work')
})

test('the names that the demo offers are those of the roles it says', async () => {
  const { items } = await office.call('organisation.list-staff', await administrator(office), { limit: 100 })
  const more = await office.call('organisation.list-staff', await administrator(office), { limit: 100, cursor: items.at(-1)?.id })
  const everybody = [...items, ...more.items]
  for (const { signInName, role } of demoStaff) assert.ok(everybody.find((member) => member.signInName === signInName)?.roles.some((held) => held.role === role), signInName)
})

test('work begins at the first door of the own roles', async () => {
  assert.equal((await pages.get('/work', await clerk(office))).location, '/desk')
  assert.equal((await pages.get('/work')).location, '/staff/sign-in?back=%2Fwork')
})

test('signing out takes the cookie away', async () => {
  const { location, cookies } = await pages.post('/staff/sign-out', await clerk(office), {})
  assert.equal(location, '/staff/sign-in')
  assert.match(cookies[0] ?? '', /^yimen_session=;.*Max-Age=0/)
})

test('the administrator sees units, halls, windows and staff by their names', async () => {
  const caller = await administrator(office)
  const list = async (path: string): Promise<string> => (await pages.get(path, caller)).html
  assert.match(await list('/administration'), /花都区市场监督管理局/)
  assert.match(await list('/administration/halls'), /href="\/administration\/halls\/qu-zhengwu"/)
  assert.ok(wordsOf(await list('/administration/halls/qu-zhengwu'), 'th').length > 5)
  const staff = await list('/administration/staff?unit=shichang-jianguan')
  assert.match(staff, /周敏华/)
  assert.doesNotMatch(wordsOf(staff, 'td').join(), /windowClerk|unitHead/)
})

test('the administrator sees every role with what it permits, whom it excludes, and a way to the names of those who hold it', async () => {
  const caller = await administrator(office)
  const { html } = await pages.get('/administration/roles', caller)
  for (const words of ['审批（首席代表）', '审查和决定办件', '只看不改', '其他所有角色', 'href="/administration/staff?role=approver"']) assert.ok(html.includes(words), words)
  assert.doesNotMatch(wordsOf(html, 'td').join(), /[a-z]/i)
  const holders = (await pages.get('/administration/staff?role=approver&unit=minzheng', caller)).html
  const numbers = [...new Set(holders.match(/HD\d{4}/g))]
  const { items } = await office.call('organisation.list-staff', caller, { unitId: 'minzheng', limit: 100 })
  assert.deepEqual(numbers.filter((id) => items.some((member) => member.id === id)).toSorted(), items.filter(({ roles }) => roles.some(({ role }) => role === 'approver')).map(({ id }) => id))
  assert.match(holders, /<option value="approver" selected="">/)
})

test('a clerk sees neither the lists of staff nor the roles', async () => {
  for (const path of ['/administration/staff', '/administration/roles']) assert.equal((await pages.get(path, await clerk(office))).status, 403, path)
})

test('what is told to a post is on a page of its holder, leads to the matter, and is nobody else’s', async () => {
  const number = await aRequest(office, 'submitted')
  const { officer, head } = await disclosurePeople(office)
  assert.match((await pages.get('/staff/me', officer)).html, /<a href="\/staff\/messages">消息<\/a>/)
  const { html } = await pages.get('/staff/messages', officer)
  assert.match(html, new RegExp(`收到政府信息公开申请${number}`))
  assert.doesNotMatch((await pages.get('/staff/messages', head)).html, new RegExp(number))
  const message = (await office.call('kernel.list-messages', officer, {})).items.find(({ matterNumber }) => matterNumber === number) ?? assert.fail('nothing was told')
  const opened = await pages.post('/staff/messages', officer, { open: message.id })
  assert.equal(opened.location, `/disclosure-office/requests/${number}`)
  assert.doesNotMatch((await pages.get('/staff/messages?show=unread', officer)).html, new RegExp(number))
})
