import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { headOf, personCaller } from '#test/harness/callers.ts'
import { anOrder, hotlinePeople } from '#test/harness/hotline.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { aBulletin, aFinding, aLetter, anOpening, aSample, supervisionPeople, thePatrol } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
beforeEach(() => office.clock.set(mondayMorning))
const { inspector, supervisor, head, clerk } = await supervisionPeople(office)
const person = await personCaller(office, 'zhang-xiaomei')

test('S-06 a finding is recorded on the page with a file, and comes back where the evidence is missing', async () => {
  const fields = { source: 'video', unitId: 'shichang-jianguan', violation: 'leftPost', grade: 'obvious', text: '窗口无人。' }
  const bare = await pages.post('/supervision/findings/new', inspector, fields)
  assert.equal(bare.status, 422)
  assert.match(bare.html, /须有证据/)
  const done = await pages.post('/supervision/findings/new', inspector, { ...fields, file: new File(['%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'], 'a.pdf', { type: 'application/pdf' }) })
  assert.equal(done.status, 303)
  const shown = await pages.get(done.location ?? '', inspector)
  assert.match(shown.html, /擅自离岗/)
  assert.doesNotMatch(shown.html, /leftPost|staff:HD|shichang-jianguan/)
})

test('S-03 the unit explains on its page, and the inspector closes there', async () => {
  const { number } = await aFinding(office)
  const path = `/supervision/findings/${number}`
  const empty = await pages.post(path, head, { command: 'explain', 'explain-text': '' })
  assert.equal(empty.status, 400)
  assert.match(empty.html, /<a href="#explain-text">/)
  assert.equal((await pages.post(path, head, { command: 'explain', 'explain-text': '已调整排班。' })).status, 303)
  assert.equal((await pages.post(path, inspector, { command: 'close', 'close-conclusion': '属实，结案。' })).status, 303)
  const { html } = await pages.get(path, inspector)
  assert.match(html, /已结案/)
  assert.match(html, /已调整排班/)
})

test('S-03 the page of a finding that was heard of late says why nobody is asked about it', async () => {
  const { number } = await office.call('supervision.open-from-signal', law, { signalId: '01999999-0000-7000-8000-000000000301', rung: 'red', number: 'X1', kind: 'case', leadUnitId: 'qixiang', reachedAt: '2025-10-10T16:00:00.001Z' })
  const { html } = await pages.get(`/supervision/findings/${number}`, inspector)
  assert.match(html, /补登/)
  assert.match(html, /2025-10-11/)
  assert.doesNotMatch(html, /heardLate|name="explain/)
})

test('S-03 the matter of a red signal is a link for those who may open it, and its number for the others', async () => {
  const { number: order } = await anOrder(office, 'handling')
  const { number } = await office.call('supervision.open-from-signal', law, { signalId: '01999999-0000-7000-8000-000000000302', rung: 'red', number: order, kind: 'workOrder', leadUnitId: 'shichang-jianguan', reachedAt: mondayMorning.toISOString() })
  const pageOf = async (caller: typeof head) => (await pages.get(`/supervision/findings/${number}`, caller)).html
  for (const reader of [supervisor, head]) assert.match(await pageOf(reader), new RegExp(`href="/hotline/orders/${order}"`))
  const inspected = await pageOf(inspector)
  assert.match(inspected, new RegExp(order))
  assert.doesNotMatch(inspected, /href="\/hotline\/orders/)
})

test('S-05 the page of a letter with recordings leads the unit to each of its files', async () => {
  const unitId = 'gongdian'
  let measures: readonly string[] = []
  for (let place = 0; place < 8; place += 1) ({ measures } = await aFinding(office, { unitId }))
  const about = await headOf(office, unitId)
  const letters = await Promise.all(measures.map((number) => pages.get(`/supervision/measures/${number}`, about)))
  const files = letters.flatMap(({ html }) => [...html.matchAll(/href="\/api\/v1\/findings\/(JC\d+)\/files\/([^"]+)"/g)])
  assert.equal(new Set(files.map(([, , fileId]) => fileId)).size, 8)
})

test('S-22 the pages of the supervisor hold no form that changes anything', async () => {
  const { number } = await aFinding(office)
  const opening = await anOpening(office)
  const paths = ['/supervision/findings', `/supervision/findings/${number}`, `/supervision/measures/${await aLetter(office)}`, '/supervision/boxes', `/supervision/boxes/${opening}`, `/supervision/samples/${(await aSample(office)).number}`, '/supervision/standings']
  for (const path of paths) {
    const { status, html } = await pages.get(path, supervisor)
    assert.equal(status, 200, path)
    const forms = [...html.matchAll(/<form[^>]*action="\/supervision[^>]*method="post"/g)]
    assert.deepEqual(forms, [], path)
  }
})

test('S-05 the letter of a measure is a sheet of paper to print, with its PDF beside it, for the unit that it is sent to and those who watch', async () => {
  const number = await aLetter(office)
  const path = `/supervision/measures/${number}/document`
  const { html } = await pages.get(`/supervision/measures/${number}`, head)
  for (const href of [path, `/api/v1/measures/${number}/document`]) assert.ok(html.includes(`href="${href}"`), href)
  for (const reader of [head, inspector, supervisor]) {
    const paper = await pages.get(path, reader)
    assert.match(paper.html, /<article class="sheet"[^>]*>.*<h1[^>]*>.*监〔2026〕\d+号.*class="seal">/)
    assert.match(paper.html, new RegExp(`href="/api/v1/measures/${number}/document"`))
  }
  assert.equal((await pages.get(path, clerk)).status, 404)
  assert.equal((await pages.get(path, person)).location, `/staff/sign-in?back=${encodeURIComponent(path)}`)
})

test('S-05 a talk is held and not written: it has no letter to show', async () => {
  const { measures } = await aFinding(office, { grade: 'serious', source: 'inspection' })
  const [talk = ''] = measures
  assert.doesNotMatch((await pages.get(`/supervision/measures/${talk}`, head)).html, /measures\/[^"]*\/document"/)
  assert.equal((await pages.get(`/supervision/measures/${talk}/document`, head)).status, 422)
})

test('a bulletin is a sheet of paper to print, with its table and its PDF beside it', async () => {
  const number = await aBulletin(office)
  const path = `/supervision/bulletins/${number}/document`
  const { html } = await pages.get(`/supervision/bulletins/${number}`, head)
  for (const href of [path, `/api/v1/bulletins/${number}/document`]) assert.ok(html.includes(`href="${href}"`), href)
  assert.match((await pages.get(path, head)).html, /<article class="sheet"[^>]*>.*<h1[^>]*>.*<table>.*class="seal">/)
  assert.equal((await pages.get('/supervision/bulletins/TB209901019999/document', head)).status, 404)
  assert.equal((await pages.get(path, person)).location, `/staff/sign-in?back=${encodeURIComponent(path)}`)
})

test('S-04 the page of a patrol has the six points when the time of a visit has come; whoever is inspected sees no time before', async () => {
  office.clock.set(new Date('2026-09-07T07:00:00+08:00'))
  const { number, visits } = await thePatrol(office)
  const path = `/supervision/patrols/${number}`
  assert.match((await pages.get(path, clerk)).html, /巡查时间到了才会显示/)
  office.clock.set(new Date(visits[0]?.plannedAt ?? ''))
  const { html } = await pages.get(path, inspector)
  for (const word of ['着装不整', '坐姿不端', '工作时间做其他事情', '办公用品不整', '擅自离岗', '短暂离岗未放台牌']) assert.match(html, new RegExp(word))
  const sent = await pages.post(path, inspector, { visitId: visits[0]?.id ?? '', 'posture-grade': 'minor', 'posture-unitId': 'shichang-jianguan', 'posture-text': '趴在桌上。' })
  assert.equal(sent.status, 303)
  assert.doesNotMatch((await pages.get(path, inspector)).html, /name="visitId"/)
})

test('S-19 a citizen complains, follows, and asks for a second look; whoever is not signed in is sent to sign in', async () => {
  assert.equal((await pages.get('/complaints/new')).status, 302)
  const short = await pages.post('/complaints/new', person, { unitId: 'shichang-jianguan', title: '推', content: '短' })
  assert.equal(short.status, 400)
  const filed = await pages.post('/complaints/new', person, { unitId: 'shichang-jianguan', hallId: 'qu-zhengwu', windowNumber: '12', title: '窗口推诿', content: '材料齐全却让我明天再来。' })
  assert.equal(filed.status, 303)
  const path = filed.location ?? ''
  assert.match((await pages.get(path, person)).html, /待受理/)
  const desk = path.replace('/complaints', '/supervision/complaints')
  assert.equal((await pages.post(desk, inspector, { command: 'accept' })).status, 303)
  assert.equal((await pages.post(desk, inspector, { command: 'answer', 'answer-result': 'unfounded', 'answer-answer': '经查不属实。' })).status, 303)
  assert.doesNotMatch((await pages.get(desk, inspector)).html, /张晓梅/)
  assert.equal((await pages.post(path, person, { command: 'appeal', 'appeal-reason': '没有看监控。' })).status, 303)
  assert.match((await pages.get('/complaints', person)).html, /复核中/)
  assert.equal((await pages.get(path, head)).status, 302)
})

test('S-14 an opening is recorded and answered on its pages', async () => {
  const made = await pages.post('/supervision/boxes', inspector, { hallId: 'qu-zhengwu', openers: 'HD0009，HD0002', 'kind-1': 'suggestion', 'text-1': '建议增设复印机。' })
  assert.equal(made.status, 303)
  const path = made.location ?? ''
  assert.equal((await pages.post(path, inspector, { place: '1', reply: '已采纳。' })).status, 303)
  assert.match((await pages.get(path, inspector)).html, /已全部回复/)
})

test('H-08 the page of a bulletin says whom the hotline criticised in its period, or that it was nobody', async () => {
  const setDay = (day: string): void => office.clock.set(new Date(`${day}T09:00:00+08:00`))
  const bulletinOf = async (day: string): Promise<string> => {
    setDay(day)
    const { number } = await office.call('supervision.compile-bulletin', law, { period: 'week' })
    const { html } = await pages.get(`/supervision/bulletins/${number}`, head)
    return /<section[^>]*id="criticised"[\s\S]*?<\/section>/.exec(html)?.[0] ?? assert.fail('nothing of the criticised')
  }
  setDay('2026-08-03')
  const { number } = await anOrder(office)
  await office.call('hotline.dispatch-order', (await hotlinePeople(office)).seat, { number, category: 'market', mainUnitId: 'gongdian' })
  for (const day of ['2026-08-11', '2026-08-18']) {
    setDay(day)
    await office.call('hotline.urge-overdue', law, {})
  }
  assert.match(await bulletinOf('2026-08-17'), /本期没有单位因热线工单逾期被通报批评。/)
  const named = await bulletinOf('2026-08-24')
  assert.match(named, /供电[\s\S]*>1</)
  assert.doesNotMatch(named, /gongdian|RX\d/)
})
