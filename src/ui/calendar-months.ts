/** One day between the start and the due date of a legal clock, as its explanation gives it. */
export interface CalendarDay {
  /** YYYY-MM-DD in the office's time zone. */
  readonly day: string
  readonly counted: boolean
  /** The how-manieth counted day it is, from 1. */
  readonly number?: number | undefined
  /** In place of the number where hours are counted: 累计8小时. */
  readonly amount?: string | undefined
  /** Two to four characters for the cell of a day that does not count: 周末, 国庆, 停表, 受理. */
  readonly label?: string | undefined
  /** The reason in words, for the text twin. */
  readonly why: string
  /** Not counted because the clock was lawfully stopped. */
  readonly stopped?: boolean | undefined
  /** off: a public holiday. work: a weekend day that is worked (调休). */
  readonly arrangement?: 'off' | 'work' | undefined
  /** Known by its weekday alone, because the year has no arrangement yet. */
  readonly provisional?: boolean | undefined
}

export interface CalendarBounds {
  /** The day it is now. */
  readonly today: string
  readonly dueOn: string
}

/** What a cell looks like; the stylesheet has one rule for each. */
export type CellState = 'out' | 'acc' | 'on' | 'to' | 'st' | 'off' | 'due'

export interface MonthCell {
  readonly dayOfMonth: number
  readonly state: CellState
  readonly isToday: boolean
  readonly day?: CalendarDay
}

export interface Month {
  readonly year: number
  readonly month: number
  /** Weeks from Monday to Sunday; undefined outside the month. */
  readonly weeks: readonly (readonly (MonthCell | undefined)[])[]
}

/** Lays the explained days out as whole months. The days must be in order and without gaps. */
export function calendarMonths(days: readonly CalendarDay[], bounds: CalendarBounds): readonly Month[] {
  const explained = new Map(days.map((day) => [day.day, day]))
  const monthNames = [...new Set(days.map((day) => day.day.slice(0, 7)))]
  const startOn = days[0]?.day
  return monthNames.map((name) => {
    const year = Number(name.slice(0, 4))
    const month = Number(name.slice(5, 7))
    const cells = Array.from({ length: daysInMonth(year, month) }, (_, index): MonthCell => {
      const iso = `${name}-${String(index + 1).padStart(2, '0')}`
      const day = explained.get(iso)
      const state = cellState(iso, day, { ...bounds, startOn })
      return { dayOfMonth: index + 1, state, isToday: iso === bounds.today, ...(day ? { day } : {}) }
    })
    return { year, month, weeks: weeksOf(cells, weekdayFromMonday(year, month)) }
  })
}

function cellState(iso: string, day: CalendarDay | undefined, { today, dueOn, startOn }: CalendarBounds & { readonly startOn: string | undefined }): CellState {
  if (iso === dueOn) return 'due'
  if (!day) return 'out'
  if (day.counted) return iso <= today ? 'on' : 'to'
  if (day.stopped) return 'st'
  return iso === startOn ? 'acc' : 'off'
}

function weeksOf(cells: readonly MonthCell[], leading: number): (MonthCell | undefined)[][] {
  const slots: (MonthCell | undefined)[] = [...Array.from({ length: leading }, () => undefined), ...cells]
  const weekCount = Math.ceil(slots.length / 7)
  return Array.from({ length: weekCount }, (_, week) => Array.from({ length: 7 }, (_, weekday) => slots[week * 7 + weekday]))
}

/** Days that follow each other for one reason, read as one line. */
export interface DayRun {
  readonly first: CalendarDay
  readonly last: CalendarDay
}

/** The text twin of the calendar: runs of days with the same reason and the same answer. */
export function dayRuns(days: readonly CalendarDay[]): readonly DayRun[] {
  const runs: DayRun[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run.last.why === day.why && run.last.counted === day.counted) runs[runs.length - 1] = { first: run.first, last: day }
    else runs.push({ first: day, last: day })
  }
  return runs
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** 0 for Monday … 6 for Sunday: the weekday of the first of the month. */
function weekdayFromMonday(year: number, month: number): number {
  return (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
}
