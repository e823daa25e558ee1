import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import { dayFromNumber, dayNumber } from './day.ts'
import { addLimit, addWorkingDays, type TimeLimit, workingDaysBetween } from './limits.ts'
import { attributeMatter } from './matter-attribution.ts'
import { OfficeHours } from './office-hours.ts'
import { publishedArrangements } from './published-arrangements.ts'
import { arm, attribute, changedDueDates, dueOf, explain, extend, handOver, isOverdue, parseTimer, resume, satisfy, stop, stopEndOf, supersede, type Timer, usedOf, voidTimer, wait } from './timer.ts'
import { addWorkingHours, workingMsBetween } from './working-hours.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const provisional = new WorkingCalendar({ version: 'p', arrangements: publishedArrangements, mode: 'provisional' })
const hall = new WorkingCalendar({ version: 'hall', arrangements: publishedArrangements, officeHours: [{ opensAt: '08:30', closesAt: '12:00' }, { opensAt: '13:00', closesAt: '17:00' }] })
const unit = { kind: 'unit', id: 'housing' } as const
const panel = { kind: 'expertPanel' } as const
const hour = 3_600_000

/** A calendar that lacks one year between two that it has. */
function without(year: number): WorkingCalendar {
  return new WorkingCalendar({ version: `without ${year}`, arrangements: publishedArrangements.filter((each) => each.year !== year), mode: 'provisional' })
}

function at(text: string): Date {
  return new Date(`${text}+08:00`)
}

function timer(value: number, kind: TimeLimit['unit'], anchorAt: string): Timer {
  return must(arm({ id: 't', purpose: 'legal', name: 'decision', budget: { value, unit: kind }, anchorAt: at(anchorAt), party: unit }))
}

function paused(before: Timer, from: string, by = calendar): Timer {
  return must(stop(before, by, { at: at(from), cause: 'expertReview', party: panel }))
}

function stopped(before: Timer, from: string, to: string, by = calendar): Timer {
  return must(resume(paused(before, from, by), { at: at(to), party: unit }))
}

test('notices may be given in any order', () => {
  const turned = new WorkingCalendar({ version: 'turned', arrangements: publishedArrangements.toReversed(), mode: 'provisional' })
  assert.deepEqual([turned.isProvisional('2014-01-01', '2026-12-31'), turned.isProvisional('2020-01-01', '2020-12-31'), turned.isProvisional('2026-12-31', '2027-01-01'), turned.isProvisional('2013-12-31', '2014-01-01')], [false, false, true, true])
})

test('the first and the last day that can be written are days', () => {
  for (const day of ['1000-01-01', '9999-12-31'] as const) assert.equal(dayFromNumber(dayNumber(day)), day)
})

test('T-15 from a day to itself there is nothing, and nothing about it is provisional', () => {
  assert.deepEqual(addWorkingDays(provisional, '2027-03-01', 0), { day: '2027-03-01', provisional: false })
  assert.deepEqual(workingDaysBetween(provisional, '2027-03-01', '2027-03-01'), { count: 0, provisional: false })
})

test('T-15 working days between are negative backwards: seven from 9 October 2025 back to 23 September', () => {
  assert.deepEqual(workingDaysBetween(calendar, '2025-10-09', '2025-09-23'), { count: -7, provisional: false })
})

test('T-14 one counted day in a year without arrangement makes the result provisional, forwards and backwards', () => {
  assert.deepEqual(addWorkingDays(provisional, '2026-12-31', 1), { day: '2027-01-01', provisional: true })
  // 31 December 2020 is the only day of the missing year that is counted; 1 to 3 January 2021 are off.
  assert.deepEqual(addWorkingDays(without(2020), '2020-12-30', 2), { day: '2021-01-04', provisional: true })
  assert.deepEqual(workingDaysBetween(without(2020), '2020-12-30', '2021-01-04'), { count: 2, provisional: true })
  assert.deepEqual(addWorkingDays(without(2021), '2021-01-02', -1), { day: '2021-01-01', provisional: true })
  assert.deepEqual(workingDaysBetween(without(2021), '2021-01-02', '2021-01-01'), { count: -1, provisional: true })
})

test('T-02 hours need no arrangement of any year, stopped or not', () => {
  assert.equal(addLimit(provisional, at('2027-01-05T10:00'), { value: 3, unit: 'HOUR' }).provisional, false)
  const hours = stopped(timer(24, 'HOUR', '2026-12-31T10:00'), '2026-12-31T12:00', '2026-12-31T13:00')
  assert.deepEqual([dueOf(hours, provisional).provisional, usedOf(hours, provisional, at('2027-01-01T10:00')).provisional], [false, false])
  assert.deepEqual(explain(hours, calendar, at('2027-01-01T10:00')).map((row) => [row.counted, row.provisional]), [[true, false], [true, false]])
})

test('T-02 working hours of a whole day end at 24:00 of that day, and none at all end at once', () => {
  assert.deepEqual(addWorkingHours(calendar, at('2025-06-09T12:00'), 12 * hour), { at: at('2025-06-10T00:00'), day: '2025-06-09', provisional: false })
  assert.deepEqual(addWorkingHours(hall, at('2025-06-09T20:00'), 0), { at: at('2025-06-09T20:00'), day: '2025-06-09', provisional: false })
  assert.deepEqual(addWorkingHours(hall, at('2025-06-09T20:00'), 1).at, at('2025-06-10T08:30:00.001'))
})

test('T-02 nothing of a day has passed at midnight, a millisecond after it one has; a weekend has no working time', () => {
  assert.deepEqual(workingMsBetween(calendar, at('2026-12-31T23:00'), at('2027-01-01T00:00')), { ms: hour, provisional: false })
  assert.deepEqual(workingMsBetween(provisional, at('2026-12-31T23:00'), at('2027-01-01T00:00:00.001')), { ms: hour + 1, provisional: true })
  assert.equal(workingMsBetween(calendar, at('2025-06-09T00:00'), at('2025-06-10T00:00')).ms, 24 * hour)
  assert.equal(workingMsBetween(hall, at('2025-06-13T16:00'), at('2025-06-14T12:00')).ms, hour)
  assert.equal(workingMsBetween(hall, at('2025-06-13T08:00'), at('2025-06-13T09:00')).ms, hour / 2)
})

test('office hours may run into the evening and touch each other, but not overlap, turn round or be empty', () => {
  const accepts = (...periods: readonly string[]): boolean => OfficeHours.safeParse(periods.map((period) => ({ opensAt: period.slice(0, 5), closesAt: period.slice(6) }))).success
  assert.deepEqual([accepts('08:30-20:30'), accepts('08:30-12:00', '12:00-17:00'), accepts('00:00-24:00')], [true, true, true])
  assert.deepEqual([accepts('09:00-12:00', '11:00-17:00'), accepts('09:00-12:00', '13:00-17:00', '16:00-18:00'), accepts('17:00-09:00'), accepts('09:00-09:00')], [false, false, false, false])
})

test('C-10 a stop with its own limit has an end, an unlimited or an ended one has none', () => {
  const limited = must(stop(timer(20, 'WORKING_DAY', '2025-06-09T10:00'), calendar, { at: at('2025-06-11T15:00'), cause: 'testing', party: panel, limit: { value: 2, unit: 'WORKING_DAY' } }))
  assert.deepEqual(stopEndOf(limited, calendar), at('2025-06-14T00:00'))
  assert.equal(stopEndOf(paused(timer(20, 'WORKING_DAY', '2025-06-09T10:00'), '2025-06-11T15:00'), calendar), undefined)
  assert.equal(stopEndOf(must(resume(limited, { at: at('2025-06-12T09:00'), party: unit })), calendar), undefined)
})

test('a stop on record that began at the very due instant counts for nothing', () => {
  const running = timer(5, 'WORKING_DAY', '2025-06-09T10:00')
  const [first] = running.segments
  assert.ok(first)
  const dueAt = at('2025-06-17T00:00')
  const late: Timer = { ...running, segments: [{ ...first, endedAt: dueAt }, { kind: 'stopped', cause: 'hearing', party: unit, startedAt: dueAt, endedAt: at('2025-06-20T09:00') }, { ...first, startedAt: at('2025-06-20T09:00') }] }
  assert.deepEqual([dueOf(late, calendar).dueDay, dueOf(late, calendar).postponements], ['2025-06-16', []])
})

test('T-03 a stop that begins on the Saturday from which the end was moved adds to the Saturday, and an empty one leaves the move as it is', () => {
  // 4 June + 10 d = Saturday 14, moved to Monday 16.
  const base = timer(10, 'CALENDAR_DAY', '2025-06-04T10:00')
  assert.equal(dueOf(stopped(base, '2025-06-14T09:00', '2025-06-16T09:00'), calendar).dueDay, '2025-06-16')
  const empty = dueOf(stopped(base, '2025-06-16T09:00', '2025-06-16T11:00'), calendar)
  assert.deepEqual([empty.dueDay, empty.stopped === false && empty.moved?.from], ['2025-06-16', '2025-06-14'])
})

test('T-14 natural days pass through a year without arrangement untouched, but an end that fell into one stays provisional', () => {
  const through = stopped(timer(10, 'CALENDAR_DAY', '2019-12-20T10:00'), '2019-12-24T09:00', '2021-01-05T09:00')
  assert.equal(dueOf(through, without(2020)).provisional, false)
  assert.deepEqual(explain(through, without(2020), at('2021-01-05T09:00')).filter((row) => row.provisional), [])
  const ended = stopped(timer(10, 'CALENDAR_DAY', '2020-12-20T10:00'), '2020-12-25T09:00', '2021-01-05T09:00')
  assert.deepEqual([dueOf(ended, without(2020)).dueDay, dueOf(ended, without(2020)).provisional], ['2021-01-11', true])
})

test('a budget in years is used in days, and what is left of a provisional term is provisional', () => {
  const year = usedOf(timer(1, 'YEAR', '2025-01-31T10:00'), calendar, at('2025-02-10T10:00'))
  assert.deepEqual([year.unit, year.budget, year.used, year.provisional], ['CALENDAR_DAY', 365, 10, false])
  assert.equal(usedOf(timer(10, 'WORKING_DAY', '2026-12-25T10:00'), provisional, at('2026-12-28T09:00')).provisional, true)
})

test('a duty that fell away, or was replaced, after its due date is not overdue', () => {
  const base = timer(5, 'WORKING_DAY', '2025-06-09T10:00')
  const later = at('2025-09-01T09:00')
  assert.equal(isOverdue(must(voidTimer(base, at('2025-07-01T09:00'), '撤回申请')), calendar, later), false)
  const { superseded } = must(supersede(base, { id: 'next', name: 'decision', budget: { value: 9, unit: 'WORKING_DAY' }, at: at('2025-07-01T09:00'), reason: '更正' }))
  assert.equal(isOverdue(superseded, calendar, later), false)
})

test('C-09 the day of stopping is not used from the very instant of the stop', () => {
  const open = paused(timer(5, 'WORKING_DAY', '2025-06-09T10:00'), '2025-06-11T15:00')
  assert.deepEqual([usedOf(open, calendar, at('2025-06-11T14:59:59')).used, usedOf(open, calendar, at('2025-06-11T15:00')).used], [2, 1])
})

test('two commands may come at the same instant, and hours and days are not mixed in an extension', () => {
  const base: Timer = { ...timer(99_990, 'WORKING_DAY', '2025-06-09T10:00'), extensible: { longest: { value: 11, unit: 'WORKING_DAY' }, approverRanks: ['head'] } }
  assert.ok(resume(paused(base, '2025-06-11T15:00', provisional), { at: at('2025-06-11T15:00'), party: unit }).ok)
  const granted = { grantedAt: at('2025-06-10T09:00'), approver: { id: 'li', rank: 'head' }, reason: '案情复杂' }
  const allows = (value: number, kind: TimeLimit['unit'] = 'WORKING_DAY', from: Timer = base): boolean => extend(from, provisional, { ...granted, by: { value, unit: kind } }).ok
  assert.deepEqual([allows(1), allows(10), allows(11), allows(5, 'CALENDAR_DAY')], [true, true, false, false])
  assert.equal(allows(5, 'CALENDAR_DAY', { ...base, extensible: { longest: { value: 11, unit: 'CALENDAR_DAY' }, approverRanks: ['head'] } }), false)
})

test('a timer is read back from JSON whatever offset its instants are written with', () => {
  const read = parseTimer({ ...JSON.parse(JSON.stringify(timer(5, 'WORKING_DAY', '2025-06-09T10:00'))), anchorAt: '2025-06-09T10:00:00+08:00' })
  assert.deepEqual(read, timer(5, 'WORKING_DAY', '2025-06-09T10:00'))
})

test('whoever has had no time yet has no share, and known years are not provisional', () => {
  const waiting = must(wait(timer(5, 'WORKING_DAY', '2025-06-09T10:00'), { at: at('2025-06-10T10:00'), cause: 'supplement', party: { kind: 'applicant' } }))
  const shown = attribute(waiting, calendar, at('2025-06-10T10:00'))
  assert.deepEqual([shown.shares, shown.provisional], [[{ party: unit, ms: 24 * hour }, { party: { kind: 'nobody' }, ms: 0 }], false])
})

test('the time of a matter is looked at within its span only, and the largest share comes first', () => {
  const shared = must(wait(timer(20, 'WORKING_DAY', '2025-06-09T10:00'), { at: at('2025-06-10T16:00'), cause: 'supplement', party: { kind: 'applicant' } }))
  const { wallMs, shares } = attributeMatter([shared], hall, { from: at('2025-06-10T15:00'), to: at('2025-06-11T10:00') })
  assert.deepEqual([wallMs, shares], [19 * hour, [{ party: { kind: 'applicant' }, ms: 2.5 * hour }, { party: unit, ms: hour }, { party: { kind: 'nobody' }, ms: 15.5 * hour }]])
})

test('T-16 of a list of clocks a closed one and a stopped one are passed over, and the ones after them are still compared', () => {
  const typhoon = new WorkingCalendar({ version: 'typhoon', arrangements: publishedArrangements, closures: [{ from: '2025-06-12', to: '2025-06-12', name: '台风', source: '区政府通告' }] })
  const base = timer(5, 'WORKING_DAY', '2025-06-09T10:00')
  const clocks = [must(satisfy({ ...base, id: 'closed' }, at('2025-06-11T09:00'))), { ...paused(base, '2025-06-10T09:00'), id: 'stopped' }, { ...base, id: 'open' }]
  assert.deepEqual(changedDueDates(clocks, calendar, typhoon).map(({ timerId }) => timerId), ['open'])
  assert.throws(() => changedDueDates([timer(100_000, 'YEAR', '2025-06-09T10:00')], calendar, typhoon), (error) => error instanceof Refusal && error.code === 'time.day-out-of-range')
})

test('T-14 of a natural period only the last day rests on the arrangement', () => {
  const rows = explain(timer(1, 'MONTH', '2026-12-04T10:00'), provisional, at('2026-12-04T10:00'))
  assert.deepEqual(rows.filter((row) => row.provisional).map(({ day }) => day), ['2027-01-04'])
})

test('a stopped day names the rule that stopped it, and the day of stopping is the first of them', () => {
  const named = must(stop(timer(5, 'WORKING_DAY', '2025-06-09T10:00'), calendar, { at: at('2025-06-11T09:00'), cause: 'supplement', party: { kind: 'applicant' }, legalReference: '《政府信息公开条例》第三十条' }))
  assert.deepEqual(explain(named, calendar, at('2025-06-12T09:00')).map(({ why, source }) => [why, source]), [['trigger-day', undefined], ['weekday', undefined], ['stopped', '《政府信息公开条例》第三十条'], ['stopped', '《政府信息公开条例》第三十条']])
  const back = explain(stopped(timer(5, 'WORKING_DAY', '2025-06-09T10:00'), '2025-06-11T09:00', '2025-06-12T09:00'), calendar, at('2025-06-12T09:00'))
  assert.deepEqual(back.map(({ why }) => why), ['trigger-day', 'weekday', 'stopped', 'weekday', 'weekday', 'weekend', 'weekend', 'weekday', 'weekday'])
  assert.equal(Object.hasOwn(back[2] ?? {}, 'source'), false)
})

test('a stop of hours shows the whole days that it took, and not those on which hours were used', () => {
  const rows = explain(stopped(timer(24, 'HOUR', '2025-06-09T10:00'), '2025-06-09T12:00', '2025-06-11T12:00'), calendar, at('2025-06-12T09:00'))
  assert.deepEqual(rows.map(({ day, counted, why, number }) => [day.slice(8), counted, why, number]), [['09', true, 'calendar-day', 2], ['10', false, 'stopped', undefined], ['11', true, 'calendar-day', 14], ['12', true, 'calendar-day', 24]])
})

test('a day belongs to whoever had the clock when it ended, and a stop that came after closing time takes nothing', () => {
  const handed = must(handOver(timer(5, 'WORKING_DAY', '2025-06-09T10:00'), { at: at('2025-06-11T00:00'), party: { kind: 'unit', id: 'planning' } }))
  assert.deepEqual(explain(handed, calendar, at('2025-06-12T09:00')).slice(1, 3).map(({ party }) => party.id), ['housing', 'planning'])
  const base = timer(1, 'WORKING_DAY', '2025-06-09T10:00')
  const [first] = base.segments
  assert.ok(first)
  const late: Timer = { ...base, segments: [{ ...first, endedAt: at('2025-06-10T18:00') }, { kind: 'stopped', cause: 'hearing', party: unit, startedAt: at('2025-06-10T18:00') }] }
  assert.deepEqual(explain(late, hall, at('2025-06-12T09:00')).map(({ counted }) => counted), [false, true])
})
