import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CalendarDay, calendarMonths, dayRuns, type MonthCell } from './calendar-months.ts'

const days: readonly CalendarDay[] = [
  { day: '2026-09-28', counted: false, label: '受理', why: '受理当天不计' },
  { day: '2026-09-29', counted: true, number: 1, why: '工作日' },
  { day: '2026-09-30', counted: false, stopped: true, label: '停表', why: '专家评审' },
  { day: '2026-10-01', counted: false, label: '国庆', why: '国庆节放假', arrangement: 'off' },
  { day: '2026-10-02', counted: false, label: '国庆', why: '国庆节放假', arrangement: 'off' },
  { day: '2026-10-03', counted: true, number: 2, why: '工作日' },
  { day: '2026-10-04', counted: true, number: 3, why: '工作日' },
]
const bounds = { today: '2026-09-29', dueOn: '2026-10-04' }

function cellOf(month: string, dayOfMonth: number): MonthCell | undefined {
  const found = calendarMonths(days, bounds).find(({ year, month: number }) => `${year}-${String(number).padStart(2, '0')}` === month)
  return found?.weeks.flat().find((cell) => cell?.dayOfMonth === dayOfMonth)
}

test('whole months are shown, with Monday first: September 2026 begins on a Tuesday, October on a Thursday', () => {
  const [september, october] = calendarMonths(days, bounds)
  assert.deepEqual(september?.weeks[0]?.map((cell) => cell?.dayOfMonth), [undefined, 1, 2, 3, 4, 5, 6])
  assert.deepEqual(october?.weeks[0]?.map((cell) => cell?.dayOfMonth), [undefined, undefined, undefined, 1, 2, 3, 4])
  assert.equal(september?.weeks.flat().filter(Boolean).length, 30)
  assert.equal(october?.weeks.flat().filter(Boolean).length, 31)
})

test('February of a leap year has 29 days, and a month that begins on a Monday has no empty cell before it', () => {
  const [february] = calendarMonths([{ day: '2028-02-29', counted: true, number: 1, why: '工作日' }], { today: '2028-02-01', dueOn: '2028-02-29' })
  assert.equal(february?.weeks.flat().filter(Boolean).length, 29)
  const [june] = calendarMonths([{ day: '2026-06-02', counted: true, number: 1, why: '工作日' }], { today: '2026-06-02', dueOn: '2026-06-02' })
  assert.equal(june?.weeks[0]?.[0]?.dayOfMonth, 1)
})

test('a day says whether it is past, to come, stopped, a rest day, the day of acceptance, the due day or none of these', () => {
  assert.equal(cellOf('2026-09', 28)?.state, 'acc')
  assert.equal(cellOf('2026-09', 29)?.state, 'on')
  assert.equal(cellOf('2026-09', 30)?.state, 'st')
  assert.equal(cellOf('2026-10', 1)?.state, 'off')
  assert.equal(cellOf('2026-10', 3)?.state, 'to')
  assert.equal(cellOf('2026-10', 4)?.state, 'due')
  assert.equal(cellOf('2026-10', 5)?.state, 'out')
  assert.equal(cellOf('2026-09', 29)?.isToday, true)
  assert.equal(cellOf('2026-09', 30)?.isToday, false)
})

test('in words, neighbouring days with one reason are one line', () => {
  assert.deepEqual(
    dayRuns(days).map(({ first, last }) => [first.day, last.day]),
    [
      ['2026-09-28', '2026-09-28'],
      ['2026-09-29', '2026-09-29'],
      ['2026-09-30', '2026-09-30'],
      ['2026-10-01', '2026-10-02'],
      ['2026-10-03', '2026-10-04'],
    ],
  )
})
