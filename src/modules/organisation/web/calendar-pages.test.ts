import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { administrator, clerk } from '#test/harness/callers.ts'
import { anAcceptedCase } from '#test/harness/cases.ts'
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
const publishPath = '/administration/calendar/publish'

async function publish(way: 'hand' | 'json' | 'ical', fields: FormFields): Promise<Page> {
  const page = await pages.get(`${publishPath}?way=${way}`, admin)
  return pages.post(`${publishPath}?way=${way}`, admin, { key: hiddenField(page, 'key'), ...fields })
}

async function recompute(): Promise<void> {
  while ((await office.call('kernel.recompute-due-dates', law, { matters: 1_000 })).more);
}

const notice2027 = { year: '2027', title: '国务院办公厅关于2027年部分节假日安排的通知', number: '国办发明电〔2026〕9号' }

test('the administrator finds the years with their notices, and the doors to publish and to close', async () => {
  const { status, html } = await pages.get('/administration/calendar', admin)
  assert.equal(status, 200)
  assert.match(html, /<a href="\/administration\/calendar" aria-current="page">工作日历<\/a>/)
  assert.match(html, /国办发明电〔2025〕7号/)
  assert.match(html, /href="\/administration\/calendar\/2026"/)
  assert.match(html, /放假33天，调休上班\d天/)
})

test('a clerk is not let into any page of the calendar', async () => {
  const caller = await clerk(office)
  for (const path of ['', '/2026', '/publish', '/moves']) assert.equal((await pages.get(`/administration/calendar${path}`, caller)).status, 403, path)
})

test('T-14 a year is shown as twelve months with marks and the special days in words; one without a notice says that it is provisional', async () => {
  const { html } = await pages.get('/administration/calendar/2026', admin)
  assert.equal(wordsOf(html, 'caption').filter((caption) => /^2026年\d+月$/.test(caption)).length, 12)
  assert.match(html, /<b>1<\/b><span>国庆<\/span><em>休<\/em>/)
  assert.match(html, /放假（法定节假日）/)
  assert.doesNotMatch(html, /暂定的/)
  assert.match((await pages.get('/administration/calendar/2027', admin)).html, /只按周末推算，是暂定的/)
})

test('a notice with lines that say nothing is sent back with the numbers of the lines, and what was filled in stays', async () => {
  const { status, html } = await publish('hand', { ...notice2027, title: '', offDays: '2027-01-01 元旦\n下周一放假', workedDays: '', statutoryDays: '' })
  assert.equal(status, 400)
  assert.match(html, /<a href="#title">/)
  assert.match(html, /<a href="#offDays">放假日期：第2行看不懂/)
  assert.match(html, /下周一放假<\/textarea>/)
})

test('a make-up day that is no weekend is refused with the day', async () => {
  const { status, html } = await publish('hand', { ...notice2027, offDays: '2027-01-01 元旦', workedDays: '2027-01-06 元旦调休上班', statutoryDays: '' })
  assert.equal(status, 400)
  assert.match(html, /<a href="#offDays">2027-01-06有矛盾/)
})

test('T-16 a notice published by hand counts the open clocks again, and the page says how many and lists them', async () => {
  office.clock.set(new Date('2026-12-21T09:00:00+08:00'))
  const { number } = await anAcceptedCase(office)
  const { status, location } = await publish('hand', { ...notice2027, offDays: '2027-01-01至2027-01-05 元旦', workedDays: '2027-01-09 元旦调休上班', statutoryDays: '2027-01-01 元旦' })
  assert.equal(status, 303)
  await recompute()
  const { html } = await pages.get(location ?? '', admin)
  assert.match(html, /重算完成/)
  assert.ok(wordsOf(html, 'th').some((words) => words === number), 'the moved case is listed')
  assert.match((await pages.get('/administration/calendar/2027', admin)).html, /元旦调休上班/)
})

test('a notice comes as JSON too; the same one twice and what is no JSON are refused', async () => {
  const arrangement = { year: 2028, notice: { title: '国务院办公厅关于2028年部分节假日安排的通知' }, offDays: [{ date: '2028-01-01', name: '元旦' }], workedDays: [], statutoryDays: [] }
  assert.equal((await publish('json', { json: JSON.stringify(arrangement) })).status, 303)
  const again = await publish('json', { file: new File([JSON.stringify(arrangement)], 'notice.json') })
  assert.equal(again.status, 409)
  assert.match(again.html, /与现行的放假调休安排相同/)
  assert.match((await publish('json', { json: '{' })).html, /不是正确的 JSON 安排/)
  assert.match((await publish('json', { json: '{"year":2028}' })).html, /JSON 里的 \/notice 不对/)
})

test('a calendar file is published, and one that cannot be read is refused at its field', async () => {
  const event = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20290101', 'DTEND;VALUE=DATE:20290102', 'SUMMARY:元旦放假', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
  const named = { year: '2029', title: '国务院办公厅关于2029年部分节假日安排的通知', statutoryDays: '2029-01-01 元旦' }
  assert.equal((await publish('ical', { ...named, file: new File([event], '2029.ics') })).status, 303)
  const refused = await publish('ical', { ...named, file: new File(['a letter'], 'letter.txt') })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /<a href="#file">日历文件无法读取/)
})

test('a closure is recorded, shown in its year, ended earlier, and refused when it ends before it begins', async () => {
  const path = '/administration/calendar/2027'
  const send = async (fields: FormFields) => pages.post(path, admin, { key: crypto.randomUUID(), ...fields })
  const closure = { intent: 'add', name: '台风停工', from: '2027-09-14', to: '2027-09-16', source: '区三防指挥部通知' }
  const refused = await send({ ...closure, to: '2027-09-13' })
  assert.equal(refused.status, 400)
  assert.match(refused.html, /<a href="#to">/)
  assert.match(refused.html, /value="台风停工"/)
  const { status, location } = await send(closure)
  assert.equal(status, 303)
  assert.match(location ?? '', /^\/administration\/calendar\/moves\?version=\d+$/)
  const shown = await pages.get(path, admin)
  assert.match(shown.html, /<b>15<\/b><span>台风<\/span><em>停<\/em>/)
  const end = { intent: 'end', id: hiddenField(shown, 'id') }
  assert.equal((await send({ ...end, lastDay: '2027-09-16' })).status, 409)
  assert.equal((await send({ ...end, lastDay: '2027-09-14' })).status, 303)
  assert.doesNotMatch((await pages.get(path, admin)).html, /<b>15<\/b><span>台风/)
})
