import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/errors/refusal.ts'
import { Arrangement } from './arrangement.ts'
import { WorkingCalendar } from './calendar.ts'
import { addCalendarDays, instantAtStartOf } from './day.ts'
import type { Day } from './day.ts'
import { publishedArrangements } from './published-arrangements.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })

function workingDaysIn(year: number): number {
  return calendar.workingDaysBefore(`${year + 1}-01-01`) - calendar.workingDaysBefore(`${year}-01-01`)
}

test('each published year has the working days that its notice leaves', () => {
  const expected = { 2014: 250, 2015: 249, 2016: 250, 2017: 249, 2018: 250, 2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248 }
  assert.deepEqual(Object.fromEntries(publishedArrangements.map(({ year }) => [year, workingDaysIn(year)])), expected)
})

test('the end of 2018 follows the notice of 2019: the Saturday is worked, the Monday is off', () => {
  assert.equal(calendar.kindOf('2018-12-29').why, 'make-up')
  assert.equal(calendar.kindOf('2018-12-31').why, 'holiday')
  assert.match(calendar.kindOf('2018-12-31').source ?? '', /2019年部分节假日安排/)
})

test('mid-year changes are in: 3 September 2015, 1 February 2020, and the ordinary Monday after it', () => {
  assert.equal(calendar.kindOf('2015-09-03').working, false)
  assert.equal(calendar.kindOf('2015-09-03').statutory, false)
  assert.equal(calendar.kindOf('2020-02-01').working, false)
  assert.deepEqual(calendar.kindOf('2020-02-03'), { working: true, why: 'weekday', statutory: false, provisional: false })
})

test('T-03 statutory holidays are 11 days a year until 2024 and 13 since 2025, and fall where the lunar calendar says', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'Asia/Shanghai' })
  const lunarDates = { 春节: ['1/1', '1/2', '1/3'], 端午节: ['5/5'], 中秋节: ['8/15'] }
  for (const { year, statutoryDays } of publishedArrangements) {
    assert.equal(statutoryDays.length, year < 2025 ? 11 : 13, String(year))
    for (const [name, dates] of Object.entries(lunarDates)) {
      const found = statutoryDays.filter((day) => day.name === name).map((day) => lunar.format(instantAtStartOf(day.date)))
      // Since 2025 the eve, the last day of the twelfth month, comes first.
      assert.deepEqual(name === '春节' && year >= 2025 ? found.slice(1) : found, dates, `${year} ${name}`)
    }
  }
})

test('a local closure stops work on a working day and names its order, and leaves days off as they are', () => {
  const closures = [{ from: '2024-09-14', to: '2024-09-16', name: '台风停工', source: '区政府通告' }] as const
  const local = new WorkingCalendar({ version: 'typhoon', arrangements: publishedArrangements, closures })
  assert.deepEqual(local.kindOf('2024-09-14'), { working: false, why: 'closure', statutory: false, name: '台风停工', source: '区政府通告', provisional: false })
  assert.equal(local.kindOf('2024-09-16').why, 'holiday')
})

test('T-14 a year without an arrangement is refused by a strict calendar, with the year', () => {
  assert.throws(
    () => calendar.kindOf('2027-01-04'),
    (error) => error instanceof Refusal && error.code === 'time.calendar-missing' && error.type.kind === 'unprocessable' && error.details['year'] === 2027,
  )
  assert.throws(() => calendar.isProvisional('2013-12-31', '2014-01-02'), Refusal)
})

test('T-14 a provisional calendar goes by weekday and says so', () => {
  const provisional = new WorkingCalendar({ version: 'p', arrangements: publishedArrangements, mode: 'provisional' })
  assert.deepEqual(provisional.kindOf('2027-01-04'), { working: true, why: 'weekday', statutory: false, provisional: true })
  assert.equal(provisional.kindOf('2026-12-31').provisional, false)
})

test('T-14 a gap between two arranged years is found', () => {
  const gap = new WorkingCalendar({ version: 'gap', arrangements: publishedArrangements.filter(({ year }) => year !== 2020) })
  assert.throws(() => gap.isProvisional('2019-12-31', '2021-01-04'), (error) => error instanceof Refusal && error.details['year'] === 2020)
})

test('two arrangements of one year are refused', () => {
  const twice = [...publishedArrangements, ...publishedArrangements.slice(0, 1)]
  assert.throws(() => new WorkingCalendar({ version: 'x', arrangements: twice }), (error) => error instanceof Refusal && error.code === 'time.calendar-contradictory')
})

test('an arrangement that works a Monday, or both works and frees a day, is not accepted', () => {
  const [first] = publishedArrangements
  assert.ok(first)
  assert.equal(Arrangement.safeParse({ ...first, workedDays: [{ date: '2014-06-09', note: '调休' }] }).success, false)
  assert.equal(Arrangement.safeParse({ ...first, workedDays: [{ date: '2014-02-01', note: '调休' }] }).success, false)
  assert.equal(Arrangement.safeParse({ ...first, statutoryDays: [{ date: '2014-06-09', name: '元旦' }] }).success, false)
})

test('the position of a working day and the day at a position are inverse on every day of thirteen years', () => {
  for (let day: Day = '2014-01-01'; day <= '2026-12-31'; day = addCalendarDays(day, 1)) {
    if (calendar.kindOf(day).working) assert.equal(calendar.workingDayAt(calendar.workingDaysBefore(day)), day)
  }
})

test('T-03 a make-up weekend is a working day and no statutory holiday', () => {
  const { why, working, statutory } = new WorkingCalendar({ version: 'v', arrangements: publishedArrangements }).kindOf('2018-02-11')
  assert.deepEqual([why, working, statutory], ['make-up', true, false])
})
