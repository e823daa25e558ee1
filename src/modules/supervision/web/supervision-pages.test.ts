import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { personCaller } from '#test/harness/callers.ts'
import { anOrder, hotlinePeople } from '#test/harness/hotline.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { aFinding, aLetter, anOpening, aSample, supervisionPeople, thePatrol } from '#test/harness/supervision.ts'

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
