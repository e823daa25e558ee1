import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { clerk, personCaller, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { filledForm } from '#test/harness/page-forms.ts'
import { wordsOf } from '#test/harness/page-words.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'
import { sectionKeys } from './sections.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const editor = await staffCaller(office, 'HD0003')
const publisher = await staffCaller(office, 'HD0005')
const foodPermit = '11440114MB2C00144C4440114005000'
const at = (code: string, rest = '') => `/catalogue-office/items/${code}${rest}`

async function codeOf(itemKey: string): Promise<string> {
  const { rows } = await office.database.pool.query<{ code: string }>('SELECT implement_code AS code FROM items WHERE item_key = $1', [itemKey])
  return rows[0]?.code ?? assert.fail(`no item ${itemKey}`)
}

/** Sends a section back as the browser would, with changes. */
async function saveSection(path: string, changes: Readonly<Record<string, string | readonly string[]>>) {
  const page = await pages.get(path, editor)
  assert.equal(page.status, 200, path)
  return pages.post(path, editor, filledForm(page.html, { intent: 'save', ...changes }))
}

test('the list of items is narrowed, sorted and turned by its address, and closed to those who do not edit', async () => {
  const { html } = await pages.get(`/catalogue-office?q=${encodeURIComponent('食品经营')}&sort=-name`, editor)
  assert.match(html, new RegExp(`<a href="/catalogue-office/items/${foodPermit}">食品经营许可</a>`))
  assert.match(html, /aria-sort="descending"/)
  assert.equal((await pages.get('/catalogue-office', await clerk(office))).status, 403)
  assert.equal((await pages.get('/catalogue-office')).status, 302)
  const first = await pages.get('/catalogue-office?department=all', editor)
  const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail('there is a second page')
  const names = (page: string) => wordsOf(page, 'th').slice(6)
  assert.deepEqual(names(first.html).filter((name) => names('').includes(name)), [])
  assert.notDeepEqual(names((await pages.get(next, editor)).html), names(first.html))
})

test('the lists of an item say what tells their entries apart, and its page how many there are', async () => {
  const { html } = await pages.get(at(foodPermit, '/edit/materials'), editor)
  assert.match(html, /data-title="必要性">必要</)
  assert.match(html, /data-title="免提交">[^<]*营业执照/)
  assert.match((await pages.get(at(foodPermit, '/edit/route'), editor)).html, /data-title="由谁办">[^<]*消防/)
  assert.match((await pages.get(at(foodPermit), editor)).html, /<b>申请材料<\/b><span>\d+条，/)
})

test('I-05 asking the rules while it is typed answers with what they say of it, and saves nothing', async () => {
  const path = at(foodPermit, '/edit/limits')
  const before = await office.call('catalogue.get-office-item', editor, { implementCode: foodPermit })
  const page = await pages.get(path, editor)
  assert.match(page.html, /<script type="module" src="[^"]*live-findings/)
  const asked = await pages.post(path, editor, filledForm(page.html, { intent: 'check', 'promisedLimit.value': '25' }))
  assert.match(asked.html, /id="findings"[^>]*>.*承诺时限（25个工作日）长于法定时限（10个工作日）/)
  assert.deepEqual(await office.call('catalogue.get-office-item', editor, { implementCode: foodPermit }), before)
})

test('sending every section and the first entry of every list back as it stands changes nothing in the record', async () => {
  const before = await office.call('catalogue.get-office-item', editor, { implementCode: foodPermit })
  for (const section of sectionKeys) {
    const lists = await pages.get(at(foodPermit, `/edit/${section}`), editor)
    assert.equal(lists.status, 200, section)
    if (/<form[^>]*method="post"/.test(lists.html)) assert.equal((await saveSection(at(foodPermit, `/edit/${section}`), {})).status, 303, section)
    for (const [, entry] of lists.html.matchAll(/<a href="[^"]*\?at=([a-zA-Z.]+\.0)"/g)) assert.equal((await saveSection(at(foodPermit, `/edit/${section}?at=${entry}`), {})).status, 303, entry)
  }
  const now = await office.call('catalogue.get-office-item', editor, { implementCode: foodPermit })
  const { version: _old, state: _stood, effectiveFrom: _from, ...was } = before.item
  const { version: _new, state: _draft, effectiveFrom: _today, ...is } = now.item
  assert.equal(now.item.state, 'DRAFT')
  assert.deepEqual(is, was)
})

test('I-05 a promise goes from ten to seven days: longer than the law is told at once, and the guide shows the shorter one from its day only', async () => {
  const code = await codeOf('hb-05')
  const limits = at(code, '/edit/limits')
  const publish = async (from: string) => {
    const page = await pages.get(at(code, '/publish'), publisher)
    return pages.post(at(code, '/publish'), publisher, filledForm(page.html, { from, reason: '承诺时限压缩' }))
  }
  assert.equal((await saveSection(limits, { 'promisedLimit.value': '25' })).status, 303)
  const { html: refusedByRule } = await pages.get(limits, editor)
  assert.match(refusedByRule, /<td[^>]*data-title="规则">I-05<\/td>/)
  assert.match(refusedByRule, /href="[^"]*\/edit\/limits#promisedLimit">承诺时限<\/a>/)
  assert.match(refusedByRule, /承诺时限（25个工作日）长于法定时限（20个工作日）/)
  const blocked = await pages.get(at(code, '/publish'), publisher)
  assert.match(blocked.html, /还有不合规的地方/)
  assert.equal((await pages.post(at(code, '/publish'), publisher, filledForm(blocked.html, { from: '2026-09-14', reason: '试一试' }))).status, 422)

  await saveSection(limits, { 'promisedLimit.value': '7' })
  const { html: changes } = await pages.get(at(code, '/changes'), editor)
  assert.match(changes, /<th[^>]*>承诺时限<\/th>.*?10个工作日.*?7个工作日/s)
  assert.equal((await publish('2026-09-21')).status, 303)

  const promise = async () => wordsOf((await pages.get(`/services/${code}`)).html, 'dd')[0]
  assert.match(String(await promise()), /^10个工作日/)
  office.clock.set(new Date('2026-09-20T23:00:00+08:00'))
  assert.match(String(await promise()), /^10个工作日/)
  office.clock.set(new Date('2026-09-21T09:00:00+08:00'))
  assert.match(String(await promise()), /^7个工作日/)
})

test('who edited a draft sees why it waits for somebody else, and the window clerk has no page of it', async () => {
  const code = await codeOf('sc-07')
  await saveSection(at(code, '/edit/basics'), { plainName: '改个说法' })
  const { html } = await pages.get(at(code), editor)
  assert.match(html, /由另一个人发布/)
  assert.doesNotMatch(html, new RegExp(`href="${at(code, '/publish')}"`))
  assert.equal((await pages.get(at(code), await clerk(office))).status, 403)
  assert.equal((await pages.get(at(code, '/edit/nothing'), editor)).status, 404)
  assert.equal((await pages.get(at(code, '/edit/materials?at=materials.99'), editor)).status, 404)
})

test('the publisher sees what a draft touches before the day is chosen: guide, units, certificate, matters in hand', async () => {
  await anAcceptedCase(office)
  await saveSection(at(foodPermit, '/edit/materials?at=materials.2'), { 'name': '经营场所平面图', 'acceptanceStandards.0.question': '图上标了面积？' })
  const { html } = await pages.get(at(foodPermit, '/publish'), publisher)
  assert.match(html, /办事指南、材料清单/)
  assert.match(html, /食品经营许可证/)
  assert.match(html, /我要开饭店/)
  assert.match(html, /[1-9]\d*件，都按自己申请那天的版本办完/)
  const { html: changes } = await pages.get(at(foodPermit, '/changes'), publisher)
  assert.match(changes, /申请材料，经营场所布局和操作流程图，材料名称/)
})

test('an entry is added, moved and removed, and one that misses something comes back with what to write', async () => {
  const code = await codeOf('sc-08')
  const list = at(code, '/edit/materials')
  const count = async () => (await office.call('catalogue.get-office-item', editor, { implementCode: code })).item.materials.length
  const before = await count()
  const empty = await saveSection(`${list}?at=materials.new`, { basis: '办法第3条' })
  assert.equal(empty.status, 400)
  assert.match(empty.html, /<a href="#name">申请材料，.*?材料名称：请填写<\/a>/)
  assert.match(empty.html, /value="办法第3条"/)
  const added = await saveSection(`${list}?at=materials.new`, { name: '方案说明', basis: '办法第3条', 'acceptanceStandards.0.question': '写明了方案？', 'acceptanceStandards.0.otherwise': '请写明方案。' })
  assert.equal(added.status, 303)
  assert.equal(await count(), before + 1)
  assert.equal((await saveSection(`${list}?at=materials.${before}`, { intent: 'earlier' })).status, 303)
  assert.match((await pages.get(list, editor)).html, new RegExp(`${before}\\. 方案说明`))
  assert.equal((await saveSection(`${list}?at=materials.${before - 1}`, { intent: 'remove' })).status, 303)
  assert.equal(await count(), before)
})

test('a new part of the form starts with one field, and both get names that stand nowhere else', async () => {
  const code = await codeOf('sc-09')
  const part = at(code, '/edit/form?at=form.sections.new')
  assert.equal((await saveSection(part, { title: '补充情况' })).status, 303)
  assert.equal((await saveSection(part, { title: '再补充' })).status, 303)
  const { item, findings } = await office.call('catalogue.get-office-item', editor, { implementCode: code })
  assert.deepEqual(item.form.sections.slice(-2).map(({ title, fields }) => [title, fields.map(({ label }) => label)]), [['补充情况', ['新栏目']], ['再补充', ['新栏目']]])
  assert.deepEqual(findings.filter(({ rule }) => rule === 'REF'), [])
})

test('two editors do not write over each other: the later one is told to read again', async () => {
  const code = await codeOf('ga-01')
  const path = at(code, '/edit/basics')
  const page = await pages.get(path, editor)
  await saveSection(path, { plainName: '先到的改动' })
  const late = await pages.post(path, await staffCaller(office, 'HD0004'), filledForm(page.html, { plainName: '后到的改动' }))
  assert.equal(late.status, 409)
  assert.match(late.html, /别人刚刚改过这份草稿/)
})

test('the preview shows the guide, the form and the flow chart of the draft, and the public page stays as it was', async () => {
  const code = await codeOf('gj-01')
  await saveSection(at(code, '/edit/access'), { 'places.0.name': '搬过去的新地方' })
  const { html } = await pages.get(at(code, '/preview'), editor)
  assert.match(html, /搬过去的新地方/)
  assert.match(html, /<h2 id="form-title">申请表<\/h2>/)
  assert.match(html, /id="flow-chart-label"/)
  assert.doesNotMatch((await pages.get(`/services/${code}`)).html, /搬过去的新地方/)
  await assert.rejects(office.call('catalogue.get-guide', anonymous, { implementCode: code, version: 2, answers: {} }), { code: 'catalogue.version-unknown' })
})

test('a new item begins as the copy of another under a code of its own, and one whose code is taken does not', async () => {
  const code = await codeOf('ga-05')
  const create = (fields: Readonly<Record<string, string>>) => pages.post(at(code, '/new'), editor, fields)
  const unfit = await create({ name: '', basicCode: '12' })
  assert.equal(unfit.status, 400)
  assert.match(unfit.html, /<a href="#name">请填事项名称<\/a>.*<a href="#basicCode">基本编码是12位数字<\/a>/)
  const taken = await create({ name: '另一个事项', basicCode: code.slice(19) })
  assert.equal(taken.status, 409)
  assert.match(taken.html, /value="另一个事项"/)
  const { status, location } = await create({ name: '示例新事项', basicCode: '440199999001' })
  assert.deepEqual([status, location], [303, at(`${code.slice(0, 19)}440199999001`)])
  const { item } = await office.call('catalogue.get-office-item', editor, { implementCode: `${code.slice(0, 19)}440199999001` })
  assert.deepEqual([item.name, item.version, item.state, item.handlingItems.every((one) => one.code.startsWith(item.implementCode))], ['示例新事项', 1, 'DRAFT', true])
  assert.equal((await pages.get(`/services/${item.implementCode}`)).status, 404)
})

test('a new item begins from nothing with what no record can be without; the rules say at once what is missing, and it can be looked at', async () => {
  const create = (fields: Readonly<Record<string, string>>) => pages.post('/catalogue-office/new', editor, fields)
  const unfit = await create({ name: '示例服务', basicCode: '12' })
  assert.equal(unfit.status, 400)
  for (const id of ['department', 'basicCode', 'serviceObjects', 'law', 'conditions']) assert.match(unfit.html, new RegExp(`<a href="#${id}">`), id)
  assert.match(unfit.html, /value="示例服务"/)
  const given = { name: '示例服务', itemType: '20', department: 'minzheng', basicCode: '442099999002', serviceObjects: '1', law: '示例条例', article: '第三条', conditions: '本区户籍\n年满六十周岁' }
  const { status, location } = await create(given)
  assert.equal(status, 303)
  const code = location?.split('/').at(-1) ?? ''
  const { item, findings } = await office.call('catalogue.get-office-item', editor, { implementCode: code })
  assert.deepEqual([item.name, item.version, item.state, item.department, item.acceptanceConditions.map(({ text }) => text)], ['示例服务', 1, 'DRAFT', 'minzheng', ['本区户籍', '年满六十周岁']])
  assert.ok(findings.length > 0, 'something is still missing')
  assert.doesNotMatch(findings.map(({ rule }) => rule).join(' '), /I-0[134]/, 'the codes fit together')
  assert.match((await pages.get(at(code, '/preview'), editor)).html, /年满六十周岁/)
  assert.equal((await saveSection(at(code, '/edit/basics'), { plainName: '示例' })).status, 303)
  assert.equal((await create(given)).status, 409)
  assert.equal((await pages.get(`/services/${code}`)).status, 404)
})

test('a draft is thrown away after a question, and what is published stays', async () => {
  const code = await codeOf('ga-06')
  await saveSection(at(code, '/edit/basics'), { plainName: '不要的改动' })
  const page = await pages.get(at(code, '/discard'), editor)
  assert.deepEqual(wordsOf(page.html, 'h1'), ['丢弃第2版草稿？'])
  assert.equal((await pages.post(at(code, '/discard'), editor, filledForm(page.html, {}))).location, at(code))
  const shown = await pages.get(at(code), editor)
  assert.match(shown.html, /丢弃草稿：第2版/)
  assert.doesNotMatch(shown.html, /不要的改动/)
  await assert.rejects(office.call('catalogue.discard-draft', editor, { implementCode: code, version: 1 }), { code: 'catalogue.version-not-draft' })
  await assert.rejects(office.database.pool.query('DELETE FROM item_versions WHERE implement_code = $1', [code]), /was published and stays/)
})

test('before publishing it is told how many people are filling the item in', async () => {
  const person = await personCaller(office, 'zhang-xiaomei')
  await office.call('cases.save-draft', person, { id: '01999999-0000-7000-8000-00000000c0de', implementCode: foodPermit, step: 'form', content: { answers: {} } })
  await saveSection(at(foodPermit, '/edit/basics'), { plainName: '开饭店' })
  const { html } = await pages.get(at(foodPermit, '/publish'), publisher)
  assert.match(html, /1份正在填。/)
})

test('I-15 the publisher suspends, resumes and cancels with a reason, and the history tells it', async () => {
  const code = await codeOf('ga-03')
  const act = async (name: string, fields: Readonly<Record<string, string>>) => {
    const page = await pages.get(at(code, `/${name}`), publisher)
    return pages.post(at(code, `/${name}`), publisher, { key: hiddenField(page, 'key'), ...fields })
  }
  const nameless = await act('suspend', { reason: '' })
  assert.equal(nameless.status, 400)
  assert.match(nameless.html, /<a href="#reason">理由：请填写<\/a>/)
  assert.equal((await act('suspend', { reason: '系统切换' })).status, 303)
  assert.equal((await act('resume', { reason: '切换完成' })).status, 303)
  assert.equal((await act('cancel', { from: '2026-09-01', reason: '太早' })).status, 422)
  assert.equal((await act('cancel', { from: '2026-12-01', reason: '国务院决定取消' })).status, 303)
  const { html } = await pages.get(at(code), publisher)
  assert.match(html, /<h3>取消<\/h3>.*?蔡丽娟。国务院决定取消/s)
  assert.match(html, /<h3>暂停<\/h3>.*?系统切换/s)
  assert.equal((await pages.get(at(code, '/delete'), publisher)).status, 404)
})
