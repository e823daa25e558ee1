import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import { timeErrors } from './errors.ts'
import type { TimeLimit } from './limits.ts'
import english from './locales/en.json' with { type: 'json' }
import chinese from './locales/zh-CN.json' with { type: 'json' }
import { publishedArrangements } from './published-arrangements.ts'
import { segmentCauses, partyKinds } from './timer-record.ts'
import { arm, attribute, explain, explainInWords, resume, stop, wait } from './timer.ts'
import type { Timer } from './timer.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const officeHours = [{ opensAt: '09:00', closesAt: '12:00' }, { opensAt: '13:00', closesAt: '17:00' }]
const hall = new WorkingCalendar({ version: 'hall', arrangements: publishedArrangements, officeHours })
const unit = { kind: 'unit', id: 'housing' } as const
const hour = 3_600_000

function at(text: string): Date {
  return new Date(`${text}+08:00`)
}

function timer(value: number, kind: TimeLimit['unit'], anchorAt: string): Timer {
  return must(arm({ id: 't', purpose: 'legal', name: 'decision', budget: { value, unit: kind }, anchorAt: at(anchorAt), party: unit }))
}

/** Accepted on Thursday 26 April 2018, reviewed by experts from Saturday 28 to Thursday 3 May. */
function reviewed(): Timer {
  const paused = must(stop(timer(3, 'WORKING_DAY', '2018-04-26T10:00'), calendar, { at: at('2018-04-28T09:00'), cause: 'expertReview', party: { kind: 'expertPanel' }, documentId: 'notice-7' }))
  return must(resume(paused, { at: at('2018-05-03T09:00'), party: unit }))
}

test('every day from trigger to due day is explained: counted or not, why, by whose time, by which document', () => {
  const rows = explain(reviewed(), calendar, at('2018-05-10T09:00'))
  assert.deepEqual(rows.map((row) => [row.day.slice(5), row.number ?? '-', row.why, row.party.kind]), [
    ['04-26', '-', 'trigger-day', 'unit'],
    ['04-27', 1, 'weekday', 'unit'],
    ['04-28', '-', 'stopped', 'expertPanel'],
    ['04-29', '-', 'holiday', 'expertPanel'],
    ['04-30', '-', 'holiday', 'expertPanel'],
    ['05-01', '-', 'holiday', 'expertPanel'],
    ['05-02', '-', 'stopped', 'expertPanel'],
    ['05-03', 2, 'weekday', 'unit'],
    ['05-04', 3, 'weekday', 'unit'],
  ])
  assert.equal(rows[2]?.documentId, 'notice-7')
  assert.match(rows[3]?.source ?? '', /国办发明电〔2017〕12号/)
})

test('an explanation reads as plain Chinese', () => {
  const lines = explainInWords(explain(reviewed(), calendar, at('2018-05-10T09:00')), 'WORKING_DAY')
  assert.equal(lines[0], '2018-04-26（周四）：不计入，起算当日不计入，自次日起算')
  assert.equal(lines[1], '2018-04-27（周五）：计入，第1日，工作日，时间归属：承办单位')
  assert.equal(lines[2], '2018-04-28（周六）：不计入，专家评审期间停止计时，时间归属：专家组，文书：notice-7')
  assert.equal(lines[3], '2018-04-29（周日）：不计入，放假（劳动节），依据《国务院办公厅关于2018年部分节假日安排的通知》（国办发明电〔2017〕12号）')
})

test('T-03 the days after a moved end are explained as such', () => {
  const rows = explain(timer(10, 'CALENDAR_DAY', '2025-06-04T10:00'), calendar, at('2025-06-05T09:00'))
  assert.deepEqual(rows.slice(-3).map((row) => [row.day, row.counted, row.number, row.why]), [
    ['2025-06-14', true, 10, 'calendar-day'],
    ['2025-06-15', false, undefined, 'end-moved'],
    ['2025-06-16', false, undefined, 'end-moved'],
  ])
})

test('while a timer is stopped the explanation goes up to today', () => {
  const open = must(stop(timer(3, 'WORKING_DAY', '2025-06-09T10:00'), calendar, { at: at('2025-06-11T09:00'), cause: 'hearing', party: unit }))
  const rows = explain(open, calendar, at('2025-06-12T09:00'))
  assert.deepEqual(rows.map((row) => row.why), ['trigger-day', 'weekday', 'stopped', 'stopped'])
})

test('T-14 an explanation that rests on weekdays alone says so', () => {
  const provisional = new WorkingCalendar({ version: 'p', arrangements: publishedArrangements, mode: 'provisional' })
  const last = explain(timer(10, 'WORKING_DAY', '2026-12-25T10:00'), provisional, at('2026-12-26T09:00')).slice(-1)
  assert.match(explainInWords(last, 'WORKING_DAY')[0] ?? '', /暂按周末推算/)
})

test('T-02 working hours are explained with the hours used by the end of each day', () => {
  const rows = explain(timer(9, 'WORKING_HOUR', '2018-04-27T16:00'), hall, at('2018-04-27T16:00'))
  assert.deepEqual(rows.map((row) => [row.day, row.counted, row.number]), [
    ['2018-04-27', true, 1],
    ['2018-04-28', true, 8],
    ['2018-04-29', false, undefined],
    ['2018-04-30', false, undefined],
    ['2018-05-01', false, undefined],
    ['2018-05-02', true, 9],
  ])
})

test('every minute belongs to a party, and the time when nobody works to nobody', () => {
  const waiting = must(wait(timer(5, 'WORKING_DAY', '2025-06-13T11:00'), { at: at('2025-06-13T16:00'), cause: 'supplement', party: { kind: 'applicant' } }))
  const { wallMs, shares, byKind } = attribute(waiting, hall, at('2025-06-16T10:00'))
  // Friday 11-12 and 13-16 the unit; Friday 16-17 and Monday 9-10 the applicant; lunch, nights and the weekend nobody.
  assert.deepEqual(shares, [
    { party: unit, ms: 4 * hour },
    { party: { kind: 'applicant' }, ms: 2 * hour },
    { party: { kind: 'nobody' }, ms: 65 * hour },
  ])
  assert.equal(wallMs, 71 * hour)
  assert.deepEqual(byKind, { running: 5 * hour, waiting: 66 * hour, stopped: 0 })
  const earlier = attribute(waiting, hall, at('2025-06-13T12:00'))
  assert.deepEqual([earlier.wallMs, earlier.byKind.waiting, earlier.shares], [hour, 0, [{ party: unit, ms: hour }, { party: { kind: 'nobody' }, ms: 0 }]])
})

test('every refusal, cause and party has its words, in both languages', () => {
  for (const words of [chinese, english]) {
    assert.deepEqual(Object.keys(words.errors).sort(), Object.values(timeErrors).map((each) => each.code).sort())
    assert.deepEqual(Object.keys(words.causes).sort(), [...segmentCauses].sort())
    assert.deepEqual(Object.keys(words.parties).sort(), [...partyKinds, 'nobody'].sort())
  }
  const [line] = explainInWords(explain(reviewed(), calendar, at('2018-05-10T09:00')), 'WORKING_DAY', english)
  assert.equal(line, '2018-04-26 (Thu): not counted, the day of the trigger; counting starts the next day')
})
