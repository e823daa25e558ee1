import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { administrator, personCaller } from '#test/harness/callers.ts'
import { anEvent, aPicture, gridCell, gridPeople, seenEvent } from '#test/harness/grid.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const { town, worker, otherWorker, district, department } = await gridPeople(office)
const keeper = await administrator(office)
const photo = () => new File([aPicture], 'photo.png', { type: 'image/png' })

test('G-02 anybody finds from the street to the cell who looks after it and whom to call', async () => {
  assert.match((await pages.get('/grid')).html, /href="\/grid\?town=440114001"/)
  const street = await pages.get('/grid?town=440114001')
  assert.equal(street.html.match(/<polygon/g)?.length, 80)
  assert.match((await pages.get('/grid?town=440114001&community=440114001001')).html, /href="\/grid\?cell=44011400100101"/)
  const { html } = await pages.get(`/grid?cell=${gridCell}`)
  const { worker: name, workerPhone, supervisionPhone } = await office.call('grid.get-cell', anonymous, { cellId: gridCell })
  for (const told of [name, workerPhone, supervisionPhone]) assert.ok(html.includes(told), told)
})

test('a click on the map without any script finds the cell, and the report is followed and rated by number and code', async () => {
  const { html } = await pages.get('/grid/report?town=440114001')
  const [, width = '0', height = '0'] = /type="image"[^>]*width="(\d+)" height="(\d+)"/.exec(html) ?? []
  const clicked = await pages.get(`/grid/report?town=440114001&at.x=${Number(width) / 2}&at.y=${Number(height) / 2}`)
  const sent = await pages.post('/grid/report', anonymous, { key: hiddenField(clicked, 'key'), cellId: hiddenField(clicked, 'cellId'), longitude: hiddenField(clicked, 'longitude'), latitude: hiddenField(clicked, 'latitude'), category: 'E0102', description: '垃圾满溢', photo: photo() })
  const number = /WG\d{13}/.exec(sent.html)?.[0] ?? assert.fail('no number')
  const code = />(\d{6})</.exec(sent.html)?.[1] ?? assert.fail('no code')
  assert.deepEqual((await seenEvent(office, town, number)).photos.map(({ stage }) => stage), ['report'])
  const followed = await pages.post('/grid/follow', anonymous, { no: number, code })
  assert.match(followed.html, /暴露垃圾[\s\S]*已上报，待立案/)
  assert.match((await pages.post('/grid/follow', anonymous, { no: number, code: code === '000000' ? '000001' : '000000' })).html, /编号或查询码不对/)
  const concluded = await anEvent(office, 'concluded')
  const rated = await pages.post('/grid/follow', anonymous, { no: concluded.number, code: concluded.queryCode, grade: 'satisfied' })
  assert.match(rated.html, /已收到你的评价/)
})

test('a click beside the cells is said, and a report without a class comes back with what was typed', async () => {
  assert.match((await pages.get('/grid/report?town=440114001&at.x=1&at.y=1')).html, /不在网格里/)
  const refused = await pages.post('/grid/report?town=440114001&cell=44011400100101', anonymous, { key: crypto.randomUUID(), cellId: gridCell, category: '', description: '井盖坏了', photo: photo() })
  assert.equal(refused.status, 400)
  assert.match(refused.html, /井盖坏了/)
})

test('the place of a click stays where it was when a report is refused and sent again', async () => {
  const { longitude, latitude } = await office.call('grid.get-cell', anonymous, { cellId: gridCell })
  const point = { longitude: String(longitude + 0.0002), latitude: String(latitude - 0.0002) }
  const clicked = await pages.get(`/grid/report?town=440114001&longitude=${point.longitude}&latitude=${point.latitude}`)
  const fieldsOf = (page: typeof clicked) => ({ key: hiddenField(page, 'key'), cellId: hiddenField(page, 'cellId'), longitude: hiddenField(page, 'longitude'), latitude: hiddenField(page, 'latitude'), description: '井盖坏了' })
  const addressIn = ({ html }: typeof clicked): string => (/action="(\/grid\/report[^"]*)"[^>]*method="post"/.exec(html)?.[1] ?? assert.fail('no form')).replaceAll('&amp;', '&')
  const refused = await pages.post(addressIn(clicked), anonymous, { ...fieldsOf(clicked), category: '' })
  assert.equal(refused.status, 400)
  const sent = await pages.post(addressIn(refused), anonymous, { ...fieldsOf(refused), category: 'P0103' })
  const event = await seenEvent(office, town, /WG\d{13}/.exec(sent.html)?.[0] ?? assert.fail('no number'))
  assert.deepEqual([String(event.longitude), String(event.latitude)], [point.longitude, point.latitude])
})

test('the map is a picture without script', async () => {
  const { html } = await pages.get('/grid/map.svg?town=440114001')
  assert.equal(html.match(/<polygon/g)?.length, 80)
})

test('a public page loads no library for its map by itself: a button, there only with script, asks for it; the page of the centre needs none', async () => {
  const loads = (html: string): readonly string[] => [...html.matchAll(/ (?:src|href)="([^"]*maplibre[^"]*)"/g)].map(([, href]) => href ?? '')
  for (const path of ['/grid?town=440114001', `/grid?cell=${gridCell}`, '/grid/report?town=440114001']) {
    const { html } = await pages.get(path)
    assert.deepEqual([html.match(/ data-map="/g)?.length, loads(html)], [1, []], path)
    assert.match(html, /<button[^>]*type="button"[^>]* hidden=""[^>]* data-map-ask=""[^>]*>可以移动的地图</, path)
  }
  const { html } = await pages.get('/grid-office/map', town)
  assert.deepEqual([html.match(/ data-map="/g)?.length, html.includes('data-map-ask')], [1, false])
})

test('the page of an event carries it from filing to its end by forms alone', async () => {
  const { number } = await anEvent(office)
  const path = `/grid-office/events/${number}`
  const give = async (caller: typeof town, command: string, fields: Readonly<Record<string, string | File>> = {}): Promise<void> => {
    assert.match((await pages.get(path, caller)).html, new RegExp(`name="command" value="${command}"`), command)
    const named = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${command}-${name}`, value]))
    const answer = await pages.post(path, caller, { command, key: crypto.randomUUID(), ...named })
    assert.equal(answer.location, path, /role="alert"[\s\S]{0,300}/.exec(answer.html)?.[0])
  }
  await give(town, 'file', { category: 'E0102' })
  await give(town, 'dispatch', { level: 'community', unitId: '' })
  await give(worker, 'accept')
  await give(town, 'delay', { hours: '7', reason: '需要采购' })
  await give(worker, 'feed-back', { treatment: '已清运', photo: photo() })
  const { longitude, latitude } = await seenEvent(office, otherWorker, number)
  await give(otherWorker, 'verify', { photo: photo(), place: `${longitude}, ${latitude}`, equal: 'true', finding: '一致' })
  await give(town, 'conclude', { result: '已解决' })
  assert.equal((await seenEvent(office, town, number)).state, 'concluded')
})

test('lists, cells and patrols are open to those whose they are', async () => {
  for (const [path, caller] of [['/grid-office', town], ['/grid-office?view=shelved', town], ['/grid-office?view=toVerify', worker], ['/grid-office', department], ['/grid-office/cells', town], ['/grid-office/patrols', worker], ['/grid/categories', town], ['/grid/field', worker]] as const) {
    const { status, html } = await pages.get(path, caller)
    assert.equal(status, 200, path)
    assert.doesNotMatch(html, /xinhua-jiedao<|undefined|\[object/, path)
  }
  assert.equal((await pages.get('/grid/field')).status, 302)
  const planned = await pages.post('/grid-office/patrols', town, { workerId: worker.id, onDay: '2026-09-07', community: '440114001001' })
  assert.equal(planned.location, '/grid-office/patrols?day=2026-09-07')
  const field = (await pages.get('/grid/field', worker)).html
  assert.match(field, /0%（0÷\d）/)
  for (const told of [/id="outbox"[^>]*data-sent="已上报，编号\{number\}。" data-photo-lost="照片没有保存/, /id="track-told"[^>]*data-outside="在本区以外，没有收下：" data-past="早于昨天，没有收下：" data-ahead="手机时间快了/]) assert.match(field, told)
})

test('a worker is changed on the page of the list on which the cell stands, refused or not', async () => {
  const { nextCursor } = await office.call('grid.list-cells', anonymous, { townCode: '440114109', limit: 100 })
  const page = `/grid-office/cells?town=440114109&cursor=${nextCursor}`
  const { html } = await pages.get(page, district)
  const [, action = '', cellId = ''] = /<form class="row" action="([^"]+)"[^>]*><input type="hidden" name="cellId" value="(\d{14})"/.exec(html) ?? assert.fail('no form')
  assert.equal(action.replaceAll('&amp;', '&'), page)
  const [{ id: workerId } = { id: '' }] = (await office.call('grid.list-workers', district, { unitId: (await office.call('grid.get-cell', anonymous, { cellId })).unitId })).items
  const refused = await pages.post(page, district, { cellId, workerId, phone: '12' })
  assert.equal(refused.status, 400)
  assert.match(refused.html, new RegExp(`href="#phone-${cellId}"[\\s\\S]*id="phone-${cellId}"`))
  assert.equal((await pages.post(page, district, { cellId, workerId, phone: '13800009999' })).location, page)
})

test('of two workers of one name none is chosen beforehand', async () => {
  const chosen = async (): Promise<boolean> => new RegExp(`name="cellId" value="${gridCell}"[\\s\\S]*?</select>`).exec((await pages.get('/grid-office/cells', town)).html)?.[0].includes('selected') ?? assert.fail('no form')
  await office.call('grid.assign-worker', town, { cellId: gridCell, workerId: worker.id, phone: '13800009999' })
  assert.equal(await chosen(), true)
  await office.database.pool.query('UPDATE staff SET name = $1 WHERE id = $2', [worker.name, otherWorker.id])
  assert.equal(await chosen(), false)
  await office.database.pool.query('UPDATE staff SET name = $1 WHERE id = $2', [otherWorker.name, otherWorker.id])
})

test('a step of an event that a colleague made impossible leaves what was typed on the page', async () => {
  const { number } = await anEvent(office, 'registered')
  const path = `/grid-office/events/${number}`
  const refused = await pages.post(path, town, { command: 'decline', key: crypto.randomUUID(), 'decline-reason': 'notThere', 'decline-explanation': '现场没有发现。' })
  assert.equal(refused.status, 409)
  assert.match(refused.html, /这一步没有办成[\s\S]*现场没有发现。/)
  assert.doesNotMatch(refused.html, /notThere/)
  const late = await pages.post(path, worker, { command: 'add-photo', key: crypto.randomUUID(), photo: photo() })
  assert.equal(late.status, 409)
  assert.match(late.html, /这一步没有办成/)
})

test('a form of the grid that is sent after the session has ended waits on the sign-in page', async () => {
  const { number } = await anEvent(office)
  for (const path of [`/grid-office/events/${number}`, '/grid-office/cells?town=440114001', '/grid-office/patrols', '/grid-office/components', '/grid/field']) {
    const { status, location } = await pages.post(path, anonymous, { command: 'file', description: '井盖' })
    assert.deepEqual([status, location], [307, `/staff/sign-in?back=${encodeURIComponent(path)}&kept=form`])
  }
})

test('the page of the grid worker works without script too: a report sent twice is one event', async () => {
  const fields = { key: 'field-1', category: 'P0103', cellId: gridCell, description: '雨水井盖缺失', photo: photo() }
  const [first, second] = [await pages.post('/grid/field', worker, fields), await pages.post('/grid/field', worker, fields)]
  assert.match(first.location ?? '', /^\/grid\/field\?sent=WG\d{13}$/)
  assert.equal(second.location, first.location)
  const number = first.location?.slice(-15) ?? ''
  assert.equal((await seenEvent(office, town, number)).photos.length, 1)
})

test('G-03 whoever said what was done is not asked to look at it: not on his telephone, not on the page of the event', async () => {
  const { number } = await anEvent(office, 'fedBack')
  const formFor = async (caller: typeof worker, path: string): Promise<boolean> => /value="verify"/.test((await pages.get(path, caller)).html.split(number).slice(1).join(number))
  assert.deepEqual([await formFor(worker, '/grid/field'), await formFor(otherWorker, '/grid/field')], [false, true])
  assert.deepEqual([await formFor(worker, `/grid-office/events/${number}`), await formFor(otherWorker, `/grid-office/events/${number}`)], [false, true])
})

test('the page of the grid worker has his tasks as forms that work without script: to look at, and to take up before treating', async () => {
  const { number: fedBack } = await anEvent(office, 'fedBack')
  const { number: dispatched } = await anEvent(office, 'dispatched')
  const { html } = await pages.get('/grid/field', otherWorker)
  const formOf = (step: string, number: string): string => new RegExp(`<form[^>]*data-number="${number}" data-step="${step}"[^>]*action="/grid-office/events/${number}"[^>]*>`).exec(html)?.[0] ?? ''
  assert.deepEqual([formOf('verify', fedBack), formOf('accept', dispatched), formOf('feed-back', dispatched)].map((form) => (form === '' ? 'none' : form.includes('hidden'))), [false, false, true])
  const { longitude, latitude } = await seenEvent(office, otherWorker, fedBack)
  const looked = await pages.post(`/grid-office/events/${fedBack}`, otherWorker, { command: 'verify', key: crypto.randomUUID(), 'verify-photo': photo(), 'verify-place': `${longitude}, ${latitude}`, 'verify-equal': 'true', 'verify-finding': '一致' })
  assert.equal(looked.location, `/grid-office/events/${fedBack}`)
  assert.doesNotMatch((await pages.get('/grid/field', otherWorker)).html, new RegExp(fedBack))
  assert.match((await pages.get('/grid/field', town)).html, /等我处理的事件[\s\S]*现在没有。/)
})

test('a person who signed in sees what he reported', async () => {
  const citizen = await personCaller(office, 'zhang-xiaomei')
  const { number } = await anEvent(office, 'reported', {}, citizen)
  assert.match((await pages.get('/grid/follow', citizen)).html, new RegExp(number))
  assert.match((await pages.get(`/grid/follow?no=${number}`, citizen)).html, /已上报，待立案/)
})

test('the administrator imports an inventory of components: faulty lines are told in words, the others stand in the list', async () => {
  const { longitude, latitude } = await office.call('grid.get-cell', anonymous, { cellId: gridCell })
  const upload = (name: string, content: string) => pages.post('/grid-office/components', keeper, { file: new File([content], name) })
  const told = await upload('部件.csv', `部件标识码,经度,纬度\n4401140103800001,${longitude},${latitude}\n4.40114E+15,${longitude},${latitude}\n`)
  assert.match(told.html, /新增1个，更新0个，没有变化0个，没有收下1个。[\s\S]*应为16位数字/)
  assert.match((await upload('部件.xlsx', 'x')).html, /只收CSV和JSON文件/)
  assert.match((await upload('部件.csv', 'x')).html, /读不出部件/)
  assert.match((await pages.get('/grid-office/components/4401140103800001', keeper)).html, /雨水井盖[\s\S]*上报这个部件的问题/)
  assert.match((await pages.get('/grid-office/components?town=440114001&category=P0118', town)).html, /路灯/)
  assert.doesNotMatch((await pages.get('/grid-office/components', town)).html, /导入部件/)
})

test('the map of the centre says in words what it shows in colours, and leads to the events of a cell', async () => {
  await anEvent(office)
  const { html } = await pages.get('/grid-office/map', town)
  assert.equal(html.match(/<polygon[^>]*data-cell/g)?.length, 80)
  assert.match(html, /aria-label="云山居委会第1网格：未结\d+件，超时\d+件"><polygon class="(?:some|late)"/)
  const list = await pages.get(`/grid-office?view=open&cell=${gridCell}`, town)
  assert.match(list.html, /只看云山居委会第1网格的事件/)
  assert.equal((await pages.get('/grid-office/map?town=all', town)).html.match(/<polygon[^>]*data-cell/g)?.length, 864)
})

test('what was typed stands there again after a refusal: a plan, a change of worker, a report on the way', async () => {
  const plan = await pages.post('/grid-office/patrols', town, { workerId: worker.id, onDay: '2026-09-01', community: ['440114001003', '440114001005'] })
  assert.equal(plan.status, 400)
  assert.match(plan.html, new RegExp(`value="${worker.id}" selected[\\s\\S]*value="2026-09-01"[\\s\\S]*value="440114001003" selected[\\s\\S]*value="440114001005" selected`))
  const change = await pages.post('/grid-office/cells', town, { cellId: gridCell, workerId: otherWorker.id, phone: '12' })
  assert.equal(change.status, 400)
  assert.match(change.html, new RegExp(`value="${otherWorker.id}" selected[\\s\\S]{0,2000}id="phone-${gridCell}"[^>]*value="12"|value="12"[^>]*id="phone-${gridCell}"`))
  const report = await pages.post('/grid/field', worker, { key: 'field-9', category: 'P0103', cellId: gridCell, description: '井盖松动', componentCode: '4401140103999999', address: '路口' })
  assert.equal(report.status, 404)
  assert.match(report.html, /井盖松动[\s\S]*没有这个部件标识码[\s\S]*value="4401140103999999"[\s\S]*value="路口"/)
})

test('a photo is added to an event on its page, and what is no photo is said there', async () => {
  const { number } = await anEvent(office)
  const path = `/grid-office/events/${number}`
  const add = (file: File) => pages.post(path, worker, { command: 'add-photo', key: crypto.randomUUID(), photo: file })
  assert.equal((await add(photo())).location, `${path}#photos`)
  assert.match((await pages.get(path, worker)).html, /处置前/)
  const refused = await add(new File(['%PDF-1.4\n%%EOF\n'], 'a.pdf', { type: 'application/pdf' }))
  assert.match(refused.html, /照片没有保存[\s\S]*只能上传照片/)
  assert.match((await pages.post(path, worker, { command: 'add-photo', key: crypto.randomUUID() })).html, /请选择照片/)
})
