import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'
import { aPower, aProposal, aRecord, policy, publicationPeople, publishingUnit } from '#test/harness/publication.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const { editor, secrecyReviewer } = await publicationPeople(office)
after(async () => {
  await pages.close()
  await office.close()
})

const draft = { theme: 'otherLaw', class: 'workNews', title: '开展电动自行车检查', summary: '电动自行车销售检查情况。', body: '检查销售门店四十家。\n下架不合格产品三台。', createdOn: '2026-09-04' }

test('a record goes from the draft to the public by forms alone', async () => {
  const key = hiddenField(await pages.get('/publication-office/new', editor), 'key')
  const { location } = await pages.post('/publication-office/new', editor, { key, ...draft })
  const path = location ?? assert.fail('no draft')
  const give = async (caller: typeof editor, command: string, fields: Record<string, string> = {}): Promise<void> => {
    assert.match((await pages.get(path, caller)).html, new RegExp(`name="command" value="${command}"`), command)
    const named = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${command}-${name}`, value]))
    const answer = await pages.post(path, caller, { command, key: crypto.randomUUID(), ...named })
    assert.equal(answer.location, path, /role="alert"[\s\S]{0,300}/.exec(answer.html)?.[0])
  }
  await give(editor, 'submit')
  await give(secrecyReviewer, 'clear', { basis: '《政府信息公开条例》第十七条', remark: '可以公开' })
  await give(editor, 'publish')
  await give(editor, 'add-channel', { channel: 'bulletinBoard', place: '政务服务中心一楼' })
  const page = `/publications/records/${path.split('/').at(-1) ?? ''}`
  const { html } = await pages.get(page)
  for (const words of ['开展电动自行车检查', '索引号', '主动公开', '成文日期', '2026年9月4日', '有效', '公开栏', '下架不合格产品三台']) assert.ok(html.includes(words), words)
  assert.match((await pages.get('/publications?q=电动自行车')).html, /开展电动自行车检查/)
  assert.match(html, /浏览次数[\s\S]{0,80}>1次</)
  assert.match((await pages.get(page)).html, /浏览次数[\s\S]{0,80}>2次</)
})

test('a draft that lacks something comes back with all that was typed, and the field is named', async () => {
  const { status, html } = await pages.post('/publication-office/new', editor, { key: crypto.randomUUID(), ...draft, class: '' })
  assert.equal(status, 400)
  assert.match(html, /<a href="#class">/)
  assert.match(html, /value="开展电动自行车检查"/)
})

test('an identity number in a draft is told with its line and sign', async () => {
  const body = '张某，身份证号440114198805160020。'
  const path = `/publication-office/records/${await aRecord(office)}`
  for (const [page, fields] of [['/publication-office/new', {}], [path, { command: 'save' }]] as const) {
    const { status, html } = await pages.post(page, editor, { ...draft, ...fields, body, key: crypto.randomUUID() })
    assert.equal(status, 422)
    assert.match(html, /<a href="#body">[^<]*第1行第8字，440\*+20/)
  }
})

test('a telephone number asks the reviewer whether it is a public one', async () => {
  const number = await aRecord(office, 'underReview', { body: '咨询电话：020-86880000。' })
  const path = `/publication-office/records/${number}`
  assert.match((await pages.get(path, secrecyReviewer)).html, /name="clear-phonesArePublic"/)
  const fields = { command: 'clear', key: crypto.randomUUID(), 'clear-basis': '第十七条', 'clear-remark': '可以公开' }
  assert.equal((await pages.post(path, secrecyReviewer, fields)).status, 422)
  assert.equal((await pages.post(path, secrecyReviewer, { ...fields, key: crypto.randomUUID(), 'clear-phonesArePublic': 'yes' })).location, path)
})

test('O-17 the writer of a record is offered no review of it', async () => {
  const number = await aRecord(office, 'underReview')
  const both = { ...editor, roles: [...editor.roles, { role: 'secrecyReviewer', unitId: publishingUnit }] }
  assert.doesNotMatch((await pages.get(`/publication-office/records/${number}`, both)).html, /value="clear"/)
})

test('a policy and its interpretation lead to each other on their pages', async () => {
  const number = await aRecord(office, 'published', policy)
  const { html } = await pages.get(`/publication-office/new?interprets=${number}`, editor)
  assert.match(html, /value="《食品摊贩登记管理办法》解读"/)
  const { location } = await pages.post(`/publication-office/new?interprets=${number}`, editor, { key: hiddenField({ html }, 'key'), ...draft, class: '', interprets: number, title: '办法解读' })
  const interpretation = location?.split('/').at(-1) ?? ''
  await office.call('publication.submit-record', editor, { number: interpretation })
  await office.call('publication.clear-record', secrecyReviewer, { number: interpretation, basis: '第十七条', remark: '可以公开' })
  await office.call('publication.publish-record', editor, { number: interpretation })
  assert.match((await pages.get(`/publications/records/${number}`)).html, new RegExp(`/publications/records/${interpretation}`))
  assert.match((await pages.get(`/publications/records/${interpretation}`)).html, new RegExp(`/publications/records/${number}`))
})

test('O-18 a withdrawn punishment keeps its header and says why, and its text is gone', async () => {
  const number = await aRecord(office, 'published', { class: 'enforcement', theme: 'punishment', title: '某店行政处罚信息', body: '罚款五千元的详情。' })
  await office.call('publication.withdraw-record', editor, { number, reason: '原处罚决定已被撤销' })
  const { html } = await pages.get(`/publications/records/${number}`)
  assert.match(html, /已撤回/)
  assert.match(html, /原处罚决定已被撤销/)
  assert.doesNotMatch(html, /罚款五千元的详情/)
  assert.doesNotMatch((await pages.get('/publications/feeds/all.atom')).html, new RegExp(number))
})

test('a proposal is declined with its reason, or becomes a draft, on its page', async () => {
  const declined = await aProposal(office)
  const accepted = await aProposal(office)
  const path = '/publication-office/proposals'
  assert.equal((await pages.post(path, editor, { id: declined, key: crypto.randomUUID(), reason: '' })).status, 400)
  assert.equal((await pages.post(path, editor, { id: declined, key: crypto.randomUUID(), reason: '已在门户公开' })).location, path)
  assert.match((await pages.get(`${path}?state=declined`, editor)).html, /已在门户公开/)
  const { location } = await pages.post(`/publication-office/new?proposal=${accepted}`, editor, { key: crypto.randomUUID(), ...draft, proposal: accepted })
  assert.match(location ?? '', /records\/GK/)
})

test('a list is drawn from the catalogue, an entry changed and removed, and everybody reads what happened', async () => {
  assert.equal((await pages.post('/publication-office/powers', editor, { act: 'draw', key: crypto.randomUUID() })).location, '/publication-office/powers')
  assert.match((await pages.get(`/publications/powers?unit=${publishingUnit}&type=01`)).html, /食品经营许可/)
  const id = await aPower(office)
  const path = `/publication-office/powers/${id}`
  const text = { name: '对无照经营的处罚', type: '02', basis: '《无证无照经营查处办法》第十三条', duties: '立案', accountability: '违反法定程序的' }
  assert.equal((await pages.post(path, editor, { act: 'change', key: crypto.randomUUID(), ...text, change: 'lawChanged', reason: '' })).status, 400)
  assert.equal((await pages.post(path, editor, { act: 'change', key: crypto.randomUUID(), ...text, change: 'lawChanged', reason: '办法修订' })).location, path)
  assert.equal((await pages.post(path, editor, { act: 'remove', key: crypto.randomUUID(), removal: '职权取消' })).location, path)
  const { html } = await pages.get(`/publications/powers/${id}`)
  assert.match(html, /这项职权已于2026年9月7日取消：职权取消/)
  assert.match(html, /第2版：法律法规规章修改/)
  assert.match((await pages.get('/publications/powers/changes')).html, /办法修订/)
})

test('the guide names the units that answer for what they publish, with their telephones', async () => {
  const { html } = await pages.get('/publications/guide', anonymous)
  assert.match(html, /市场监督管理局/)
  assert.match(html, /020-\d+/)
})

test('whoever neither writes, reviews nor oversees finds the room shut', async () => {
  assert.equal((await pages.get('/publication-office', { ...editor, roles: [{ role: 'windowClerk', unitId: 'zhengwu-shuju' }] })).status, 403)
})

test('a draft that was submitted meanwhile leaves what was written on the page, and so does the reason for taking an entry out of a list', async () => {
  const number = await aRecord(office, 'underReview')
  const saved = await pages.post(`/publication-office/records/${number}`, editor, { command: 'save', version: '1', ...draft, body: '另一个窗口里写的正文。' })
  assert.equal(saved.status, 409)
  assert.match(saved.html, /这一步没有办成[\s\S]*另一个窗口里写的正文。/)
  const path = `/publication-office/powers/${await aPower(office)}`
  const removed = await pages.post(path, editor, { act: 'remove', removal: '长'.repeat(1001) })
  assert.equal(removed.status, 400)
  assert.match(removed.html, /长长长/)
})

test('a draft that a colleague has saved meanwhile is not written over, however often the old one is sent: the form shows the newer text and what was typed stands beside it', async () => {
  const number = await aRecord(office)
  const path = `/publication-office/records/${number}`
  const opened = hiddenField(await pages.get(path, editor), 'version')
  const fields = { command: 'save', ...draft }
  assert.equal((await pages.post(path, editor, { ...fields, key: crypto.randomUUID(), version: opened, body: '同事先保存的正文。' })).location, path)
  const first = await pages.post(path, editor, { ...fields, key: crypto.randomUUID(), version: opened, body: '我按旧稿写的正文。' })
  assert.equal(first.status, 409)
  assert.match(first.html, /<textarea[^>]*name="body"[^>]*>同事先保存的正文。<\/textarea>/)
  assert.match(first.html, /id="not-given"[\s\S]*我按旧稿写的正文。/)
  const refused = await pages.post(path, editor, { ...fields, key: crypto.randomUUID(), version: hiddenField(first, 'version'), title: '' })
  assert.equal(refused.status, 400)
  await office.call('publication.save-draft', editor, { theme: 'otherLaw', class: 'workNews', title: draft.title, summary: draft.summary, createdOn: '2026-09-04', number, body: '同事又保存了一次。' })
  const late = await pages.post(path, editor, { ...fields, key: crypto.randomUUID(), version: hiddenField(refused, 'version') })
  assert.equal(late.status, 409, 'a form that came back with a fault is still of the version that it was opened on')
  assert.equal((await office.call('publication.get-own-record', editor, { number })).text.body, '同事又保存了一次。')
})

test('a form of the publication office that is sent after the session has ended waits on the sign-in page', async () => {
  const number = await aRecord(office)
  for (const path of [`/publication-office/records/${number}`, '/publication-office/proposals', `/publication-office/powers/${await aPower(office)}`, '/publication-office/powers', '/publication-office/new']) {
    assert.equal((await pages.post(path, anonymous, { command: 'submit' })).location, `/staff/sign-in?back=${encodeURIComponent(path)}&kept=form`)
  }
})
