import assert from 'node:assert/strict'
import { test } from 'node:test'
import chineseDays from 'chinese-days'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { convertIcsCalendar } from 'ts-ics'
import { must } from '#kernel/errors/refusal.ts'
import type { Arrangement } from '#kernel/time/arrangement.ts'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { daysOfIcal } from './arrangement-of-ical.ts'
import { checkArrangement } from './contradictions.ts'
import { daysOfYear, feedOfYear } from './feed.ts'
import { readIcal, writeIcal } from './ical.ts'

const calendar = new WorkingCalendar({ version: '0', arrangements: publishedArrangements })
const stampedAt = new Date('2026-01-05T01:02:03Z')
const years = publishedArrangements.map(({ year }) => year)

function feed(year: number): string {
  return writeIcal({ name: '工作日历', stampedAt, events: feedOfYear(calendar, year) })
}

function workingDays(year: number): readonly Day[] {
  return daysOfYear(calendar, year).filter(({ kind }) => kind.working).map(({ day }) => day)
}

/** Every day from the first up to the day before the end, both given as text that begins with the day. */
function daysFrom(first: string, end: string): readonly Day[] {
  const days: Day[] = []
  for (let day = first.slice(0, 10) as Day; day < end.slice(0, 10); day = addCalendarDays(day, 1)) days.push(day)
  return days
}

test('the shipped calendar is that of chinese-days, day by day, 2014 to 2026', () => {
  const different = years.flatMap((year) => daysOfYear(calendar, year).filter(({ day, kind }) => kind.working !== chineseDays.isWorkday(day)).map(({ day }) => day))
  assert.equal(years.length, 13)
  assert.deepEqual(different, [])
})

test('ical.js reads the working days of every year from the feed', () => {
  for (const year of years) {
    const events = new ICAL.Component(ICAL.parse(feed(year)) as never).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
    const found = events.filter((each) => each.component.getAllProperties('categories').some((property) => property.getValues().includes('WORKING-DAY')))
    assert.deepEqual(found.flatMap((each) => daysFrom(each.startDate.toString(), each.endDate.toString())).toSorted(), workingDays(year))
  }
})

test('node-ical reads the same working days', () => {
  const day = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
  for (const year of years) {
    const events = Object.values(nodeIcal.sync.parseICS(feed(year))).flatMap((each) => (each?.type === 'VEVENT' ? [each] : []))
    const found = events.filter((each) => each.categories?.includes('WORKING-DAY'))
    assert.ok(found.every((each) => each.datetype === 'date'))
    assert.deepEqual(found.flatMap((each) => daysFrom(day(each.start), day(each.end ?? each.start))).toSorted(), workingDays(year))
  }
})

test('ts-ics reads the same working days', () => {
  for (const year of years) {
    const { events = [] } = convertIcsCalendar(undefined, feed(year))
    const found = events.filter((each) => each.categories?.includes('WORKING-DAY'))
    assert.deepEqual(found.flatMap((each) => daysFrom(each.start.date.toISOString(), each.end?.date.toISOString() ?? '')).toSorted(), workingDays(year))
  }
})

test('lines of the feed end with CRLF and hold at most 75 octets', () => {
  const text = feed(2020)
  assert.ok(text.endsWith('END:VCALENDAR\r\n'))
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n')))
  const long = writeIcal({ name: '名'.repeat(100), stampedAt, events: [] })
  assert.ok(long.replaceAll('\r\n ', '').includes(`X-WR-CALNAME:${'名'.repeat(100)}`))
})

test('our own feed read back gives the days off and the make-up days of the year', () => {
  for (const year of years) {
    const read = must(daysOfIcal(feed(year), year))
    const kinds = daysOfYear(calendar, year)
    assert.deepEqual(read.workedDays.map(({ date }) => date), kinds.filter(({ kind }) => kind.why === 'make-up').map(({ day }) => day))
    assert.deepEqual(read.offDays.map(({ date }) => date), kinds.filter(({ kind }) => kind.why === 'holiday').map(({ day }) => day))
  }
})

test('a calendar file of somebody else is read by its words: 放假 and 补班, several days at once, folded lines', () => {
  const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:a', 'DTSTART;VALUE=DATE:20270205', 'DTEND;VALUE=DATE:20270208', 'SUMMARY:春节 假', ' 期', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:b', 'DTSTART;VALUE=DATE:20270130', 'SUMMARY:春节（班）', 'END:VEVENT', 'END:VCALENDAR']
  const { offDays, workedDays } = must(daysOfIcal(file.join('\r\n'), 2027))
  assert.deepEqual(offDays, ['2027-02-05', '2027-02-06', '2027-02-07'].map((date) => ({ date, name: '春节' })))
  assert.deepEqual(workedDays, [{ date: '2027-01-30', note: '春节（班）' }])
})

test('an event that says neither day off nor work is refused, and so is a file that is no calendar', () => {
  const unclear = daysOfIcal('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nSUMMARY:大扫除\nEND:VEVENT\nEND:VCALENDAR', 2027)
  assert.equal(unclear.ok ? undefined : unclear.refusal.code, 'calendar.ical-unclear')
  const unreadable = daysOfIcal('hello', 2027)
  assert.equal(unreadable.ok ? undefined : unreadable.refusal.code, 'calendar.ical-unreadable')
  assert.equal(readIcal('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270230\nEND:VEVENT'), undefined)
})

test('a notice may change days of an earlier year, but not contradict the notice of the year after it', () => {
  const shipped = publishedArrangements.find(({ year }) => year === 2026) as Arrangement
  const late: Arrangement = { year: 2025, notice: { title: 't' }, offDays: [{ date: '2026-01-04', name: '元旦' }], workedDays: [], statutoryDays: [] }
  const refused = checkArrangement(late, [shipped])
  assert.deepEqual(refused.ok ? undefined : [refused.refusal.code, refused.refusal.details['days']], ['calendar.contradicts-later-notice', ['2026-01-04']])
  assert.equal(checkArrangement({ ...late, year: 2026 }, [shipped]).ok, true)
  const same = checkArrangement(shipped, [shipped])
  assert.equal(same.ok ? undefined : same.refusal.code, 'calendar.unchanged')
})
