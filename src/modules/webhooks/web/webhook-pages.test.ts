import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { administrator, clerk, holderOf } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice()
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const caller = await administrator(office)
const here = '/administration/webhooks'

test('an administrator lets a system in, hands over its secret, has everything sent again, and stops it', async () => {
  const form = await pages.get(`${here}/new`, caller)
  const fields = { key: hiddenField(form, 'key'), name: '市数据共享平台', address: 'https://share.gz.example.org/in', kinds: ['case', 'workOrder'] }
  const saved = await pages.post(`${here}/new`, caller, fields)
  assert.equal(saved.status, 303)
  const address = saved.location ?? ''
  const page = await pages.get(address, caller)
  for (const words of ['市数据共享平台', 'https://share.gz.example.org/in', '政务服务办件、热线工单', '正常']) assert.ok(page.html.includes(words), words)
  const renewed = await pages.post(address, caller, { intent: 'secret', key: 'renew-1234-5678' })
  const [secret = assert.fail('no secret')] = /[0-9a-f]{64}/.exec(renewed.html) ?? []
  assert.equal(renewed.headers.get('cache-control'), 'no-store')
  const without = await pages.get(address, caller)
  assert.ok(!without.html.includes(secret), 'it is shown once')
  assert.match(without.html, /签名密钥[\s\S]*生成，HD/)
  assert.equal((await pages.post(address, caller, { intent: 'again', key: 'again-1234-5678', from: '2026-09-01' })).status, 303)
  assert.equal((await pages.post(address, caller, { intent: 'stop', key: 'stop-1234-56789' })).status, 303)
  const stopped = await pages.get(address, caller)
  assert.ok(stopped.html.includes('已停止') && !stopped.html.includes('name="intent"'))
})

test('an address inside the office is refused on the form, and what was typed stays', async () => {
  const { html, status } = await pages.post(`${here}/new`, caller, { key: 'inside-1234-5678', name: '内部系统', address: 'https://10.0.0.5/in' })
  assert.equal(status, 400)
  assert.ok(html.includes('这个地址不能订阅') && html.includes('value="https://10.0.0.5/in"'))
})

test('a day ahead is refused where it was asked for', async () => {
  const { id } = await office.call('webhooks.subscribe', caller, { name: '又一个', address: 'https://other.gz.example.org/in' })
  const { html, status } = await pages.post(`${here}/${id}`, caller, { intent: 'again', key: 'ahead-1234-5678', from: '2027-01-01' })
  assert.equal(status, 400)
  assert.ok(html.includes('日期不能晚于今天') && html.includes('href="#from"'))
})

test('supervisors see subscriptions without a command, and clerks see none', async () => {
  const supervisor = await holderOf(office, 'supervisor', 'jiwei-jianwei')
  const list = await pages.get(here, supervisor)
  assert.equal(list.status, 200)
  assert.ok(!list.html.includes(`${here}/new`))
  assert.equal((await pages.get(`${here}/new`, supervisor)).status, 404)
  assert.equal((await pages.get(here, await clerk(office))).status, 403)
})
