import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { administrator, clerk } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { wordsOf } from '#test/harness/page-words.ts'
import { type FormFields, hiddenField, openTestPages, type Page } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const admin = await administrator(office)
const root = '/administration'

async function post(path: string, fields: FormFields): Promise<Page> {
  return pages.post(`${root}${path}`, admin, { key: hiddenField(await pages.get(`${root}${path}`, admin), 'key'), ...fields })
}

const unit = { id: 'shuju-ziyuan', kind: 'department', name: '花都区数据资源局', shortName: '数据资源', parentId: 'qu-zhengfu', regionCode: '440114', level: '4', creditCode: '11440114MB2C09999F', management: 'local', consult: '020-00009901', complaint: '020-00009902' }
const hall = { id: 'konggang', name: '空港分厅', kind: 'subCenter', unitId: 'zhengwu-zhongxin', regionCode: '440114', address: '空港大道1号', areaSquareMetres: '300', phone: '020-00009911', openingHours: '周一至周五 09:00-17:00', zones: 'zonghe 综合受理区 1' }

test('only the administrator is let into the pages that register and change', async () => {
  const caller = await clerk(office)
  for (const path of ['/units/new', '/units/minzheng', '/halls/new', '/halls/qu-zhengwu/change', '/halls/qu-zhengwu/windows/new', '/windows/qu-zhengwu-zonghe-1', '/close/unit/minzheng', '/staff/new', '/staff/HD0148', '/staff/HD0148/leave', '/changes', '/templates']) {
    assert.equal((await pages.get(`${root}${path}`, caller)).status, 403, path)
    assert.equal((await pages.get(`${root}${path}`, admin)).status, 200, path)
  }
  assert.doesNotMatch((await pages.get(root, caller)).html, /登记单位/)
})

test('the units of one kind are shown alone', async () => {
  const { html } = await pages.get(`${root}?kind=townGovernment`, admin)
  assert.match(html, /花东镇人民政府/)
  assert.doesNotMatch(html, /花都区民政局/)
  assert.match((await pages.get(`${root}?kind=no-such-kind`, admin)).html, /花都区民政局/)
})

test('a unit is registered, changed and closed after a question of its own; the page keeps what was done', async () => {
  const wrong = await post('/units/new', { ...unit, creditCode: '11440114MB2C09999X', consult: '12345' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.html, /<a href="#consult">请检查“咨询电话”/)
  assert.match((await post('/units/new', { ...unit, creditCode: '11440114MB2C09999X' })).html, /<a href="#creditCode">统一社会信用代码不对，请核对/)
  assert.equal((await post('/units/new', unit)).location, `${root}/units/shuju-ziyuan`)
  assert.equal((await post('/units/shuju-ziyuan', { ...unit, name: '花都区数据局' })).status, 303)
  assert.match((await pages.get(`${root}/close/unit/shuju-ziyuan`, admin)).html, /撤销后不能恢复/)
  assert.match((await post('/close/unit/shuju-ziyuan', { reason: ' ' })).html, /<a href="#reason">请检查“理由”/)
  assert.equal((await post('/close/unit/shuju-ziyuan', { reason: '机构改革' })).location, `${root}/units/shuju-ziyuan`)
  const { html } = await pages.get(`${root}/units/shuju-ziyuan`, admin)
  assert.match(html, /这个单位已经撤销，只供查阅/)
  for (const words of ['登记', '修改', '撤销', '机构改革', `工号${admin.id}`]) assert.ok(html.includes(words), words)
  assert.doesNotMatch((await pages.get(root, admin)).html, /花都区数据局/)
})

test('a unit that is in use is not closed, and the page says why', async () => {
  const { status, html } = await post('/close/unit/minzheng', { reason: '误' })
  assert.equal(status, 409)
  assert.match(html, /<a href="#reason">这个单位还有在职人员/)
})

test('S-20 a hall is registered with hours and zones as people write them; its first window is barrier-free', async () => {
  const wrong = await post('/halls/new', { ...hall, openingHours: '周一至周五 09:00-17:00\n随时' })
  assert.match(wrong.html, /<a href="#openingHours">开放时间：第2行看不懂/)
  assert.match(wrong.html, /随时<\/textarea>/)
  assert.equal((await post('/halls/new', hall)).location, `${root}/halls/konggang`)
  const window = { zone: 'zonghe', number: '1', name: '综合窗口1号', takes: 'all' }
  assert.match((await post('/halls/konggang/windows/new', window)).html, /<a href="#lowCounter">每个大厅至少要有一个无障碍低位窗口/)
  assert.equal((await post('/halls/konggang/windows/new', { ...window, lowCounter: 'yes' })).status, 303)
  assert.match((await post('/windows/konggang-zonghe-1', { ...window, lowCounter: 'yes', takes: 'units' })).html, /<a href="#units">专窗要选受理哪些单位的事项/)
  assert.equal((await post('/windows/konggang-zonghe-1', { ...window, lowCounter: 'yes', takes: 'units', units: ['minzheng'] })).status, 303)
  assert.match((await pages.get(`${root}/halls/konggang`, admin)).html, /专窗/)
  assert.equal((await post('/halls/konggang/change', { ...hall, name: '空港大厅' })).status, 303)
  assert.equal((await post('/close/hall/konggang', { reason: '合并' })).status, 303)
  assert.match((await pages.get(`${root}/halls/konggang`, admin)).html, /这个大厅已经关闭/)
})

test('somebody is registered, given a role, moved, deprived of the role and leaves, each by a plain form', async () => {
  const member = { name: '示例新', signInName: 'shilixin', unitId: 'minzheng', postName: '审查员', rank: 'officer', place: '', from: '2026-09-07', password: 'weak' }
  const weak = await post('/staff/new', member)
  assert.match(weak.html, /<a href="#password">/)
  assert.doesNotMatch(weak.html, /value="weak"/)
  const { location } = await post('/staff/new', { ...member, password: 'first-password-1' })
  const path = (location ?? '').replace(root, '').replace('#roles', '')
  assert.match(path, /^\/staff\/HD\d{4}$/)
  const role = { intent: 'role', role: 'reviewer', roleUnit: 'minzheng', from: '2026-09-07', to: '' }
  assert.match((await post(path, { ...role, from: '2026-09-01' })).html, /<a href="#role">日期不能早于今天/)
  assert.equal((await post(path, role)).status, 303)
  assert.equal((await post(path, { intent: 'place', unitId: 'minzheng', postName: '审查组长', rank: 'officer', place: 'qu-zhengwu' })).status, 303)
  const { html } = await pages.get(`${root}${path}`, admin)
  assert.ok(wordsOf(html, 'th').includes('审查'))
  assert.match(html, /审查组长/)
  const ending = `${path}/end-role?role=reviewer&unit=minzheng`
  assert.match((await pages.get(`${root}${ending}`, admin)).html, /收回示例新的角色/)
  assert.equal((await post(ending, { lastDay: '2026-09-08' })).status, 303)
  assert.match((await post(`${path}/leave`, { lastDay: '2026-09-01', reason: '调离' })).html, /<a href="#lastDay">日期不能早于今天/)
  assert.equal((await post(`${path}/leave`, { lastDay: '2026-09-30', reason: '调离' })).status, 303)
  assert.match((await pages.get(`${root}${path}`, admin)).html, /2026年9月7日至2026年9月30日/)
})

test('the record of all changes names what, who and why, newest first', async () => {
  const { html } = await pages.get(`${root}/changes`, admin)
  const first = html.indexOf('离职')
  assert.ok(first > 0 && first < html.indexOf('机构改革'))
  assert.match(html, /<a href="\/administration\/halls\/konggang">大厅 空港/)
})

test('the words of a document are changed on its page: looked at first, kept from a day on, and refused where a placeholder is lost', async () => {
  const path = `${root}/templates/withdrawal`
  const { html } = await pages.get(path, admin)
  assert.match(html, /<input[^>]*name="text-0"[^>]*value="行政许可申请撤回确认书"/)
  const fields = { key: crypto.randomUUID(), validFrom: '2026-10-09', document: '穗花政数〔2026〕18号', reason: '统一文书名称' }
  const looked = await pages.post(path, admin, { ...fields, intent: 'preview', 'text-0': '行政许可申请撤回书' })
  assert.match(looked.html, /<h2 id="sheet-title"><span>行政许可申请撤回书<\/span><\/h2>/)
  assert.match((await pages.get(path, admin)).html, /<h1>行政许可申请撤回确认书<\/h1>/)
  const lost = await pages.post(path, admin, { ...fields, intent: 'change', 'text-1': '自愿撤回。' })
  assert.equal(lost.status, 422)
  assert.match(lost.html, /<a href="#text-1">第2段：少了双花括号里的内容/)
  assert.match(lost.html, /自愿撤回。<\/textarea>/)
  const kept = await pages.post(path, admin, { ...fields, intent: 'change', 'text-0': '行政许可申请撤回书' })
  assert.equal(kept.status, 303)
  assert.match((await pages.get(path, admin)).html, /2026年10月9日.*起换成已经定好的文字/)
})

test('every kind of legal document is listed with its article and a specimen', async () => {
  const { html } = await pages.get(`${root}/templates`, admin)
  assert.match(html, /行政许可申请受理通知书/)
  assert.match(html, /第三十二条第一款第五项/)
  assert.match(html, /<a href="\/api\/v1\/document-kinds\/acceptanceVoucher\/specimen"/)
  const { items } = await office.call('kernel.list-document-kinds', admin, {})
  assert.deepEqual(items.filter(({ title, basis }) => title.includes('{{') || basis === ''), [])
  for (const { kind } of items.slice(0, 2)) {
    const { bytes, contentType } = await office.call('kernel.get-document-specimen', admin, { kind })
    assert.deepEqual([contentType, Buffer.from(bytes.slice(0, 5)).toString()], ['application/pdf', '%PDF-'])
  }
})
