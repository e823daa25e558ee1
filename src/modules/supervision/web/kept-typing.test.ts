import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { aComplaint, aFinding, anOpening, aSample, supervisionPeople, thePatrol, watchedUnit } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
beforeEach(() => office.clock.set(mondayMorning))
const { inspector, other, head } = await supervisionPeople(office)

test('the points of a visit that was refused stand in the form again, unfolded', async () => {
  office.clock.set(new Date('2026-09-07T07:00:00+08:00'))
  const { number, visits } = await thePatrol(office)
  office.clock.set(new Date(visits[0]?.plannedAt ?? ''))
  const { status, html } = await pages.post(`/supervision/patrols/${number}`, inspector, { visitId: visits[0]?.id ?? '', 'posture-grade': 'minor', 'posture-unitId': '', 'posture-staffId': 'HD0148', 'posture-text': '趴在桌上。' })
  assert.equal(status, 400)
  assert.match(html, /<details open="">[\s\S]*?value="minor" selected=""[\s\S]*?value="HD0148"[\s\S]*?value="趴在桌上。"/)
})

test('a visit that a colleague has recorded meanwhile leaves what was seen on the page', async () => {
  office.clock.set(new Date('2026-09-07T07:00:00+08:00'))
  const { number, visits } = await thePatrol(office)
  const visitId = visits[0]?.id ?? ''
  office.clock.set(new Date(visits[0]?.plannedAt ?? ''))
  await office.call('supervision.record-visit', other, { number, visitId, faults: [] })
  const { status, html } = await pages.post(`/supervision/patrols/${number}`, inspector, { visitId, 'appearance-grade': 'minor', 'appearance-unitId': watchedUnit, 'appearance-text': '没有戴工牌。' })
  assert.notEqual(status, 303)
  assert.match(html, /没有戴工牌/)
})

test('the reply to an item of a box, and the opening of a box, come back as they were typed', async () => {
  const number = await anOpening(office)
  const path = `/supervision/boxes/${number}`
  const refused = await pages.post(path, inspector, { place: '2', reply: '已批评教育。', grade: 'obvious', violation: '' })
  assert.equal(refused.status, 400)
  assert.match(refused.html, /id="reply-2"[^>]*>已批评教育。/)
  assert.match(refused.html, /id="grade-2"[\s\S]*?value="obvious" selected=""/)
  const opening = await pages.post('/supervision/boxes', inspector, { hallId: 'mei-you', openers: 'HD0009', 'kind-1': 'criticism', 'unit-1': watchedUnit, 'text-1': '窗口排队太长。' })
  assert.notEqual(opening.status, 303)
  assert.match(opening.html, /name="openers"[^>]*value="HD0009"/)
  assert.match(opening.html, /<details open="">[\s\S]*?value="criticism" selected=""[\s\S]*?窗口排队太长。/)
})

test('the second look at a reply comes back with its ticks and its remark', async () => {
  const { number, replyId } = await aSample(office)
  const { status, html } = await pages.post(`/supervision/samples/${number}`, inspector, { replyId, [`faults-${replyId}`]: ['notAnswered'], grade: '', remark: '答非所问，'.repeat(300) })
  assert.equal(status, 400)
  assert.match(html, /value="notAnswered"[^>]*checked=""|checked=""[^>]*value="notAnswered"/)
  assert.match(html, /答非所问，答非所问，/)
})

test('a step that somebody else has taken meanwhile leaves what was typed on the page', async () => {
  const { number } = await aFinding(office)
  const path = `/supervision/findings/${number}`
  await office.call('supervision.explain-finding', head, { number, text: '已调整排班。' })
  const { status, html } = await pages.post(path, head, { command: 'explain', 'explain-text': '另一个窗口里写的说明。' })
  assert.equal(status, 409)
  assert.match(html, /这一步没有办成[\s\S]*另一个窗口里写的说明。/)
  const complaint = await aComplaint(office, 'answered')
  const lost = await pages.post(`/supervision/complaints/${complaint}`, inspector, { command: 'answer', 'answer-result': 'unfounded', 'answer-answer': '重复写的答复。' })
  const kept = /<section[^>]*id="not-given".*?<\/section>/s.exec(lost.html)?.[0] ?? ''
  assert.match(kept, /不属实[\s\S]*重复写的答复。/)
  assert.doesNotMatch(kept, /unfounded/)
})

test('a form of any page of supervision that is sent after the session has ended waits on the sign-in page', async () => {
  const { number } = await aFinding(office)
  for (const path of [`/supervision/findings/${number}`, '/supervision/findings/new', '/supervision/boxes', `/supervision/boxes/${await anOpening(office)}`]) {
    const { status, location } = await pages.post(path, anonymous, { command: 'explain', 'explain-text': '说明' })
    assert.deepEqual([status, location], [307, `/staff/sign-in?back=${encodeURIComponent(path)}&kept=form`])
  }
})
