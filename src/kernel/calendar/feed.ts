import type { DayKind, WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'
import type { AllDayEvent } from './ical.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }

/** A stretch of days of one kind and name. */
interface Stretch {
  readonly from: Day
  readonly to: Day
  readonly kind: DayKind
}

/** The days of a year, each with its kind; a strict calendar refuses a year without arrangement. */
export function daysOfYear(calendar: WorkingCalendar, year: number): readonly { readonly day: Day; readonly kind: DayKind }[] {
  const days: { day: Day; kind: DayKind }[] = []
  for (let day = `${year}-01-01` as Day; day <= `${year}-12-31`; day = addCalendarDays(day, 1)) days.push({ day, kind: calendar.kindOf(day) })
  return days
}

/** The year as events of a feed: working days in stretches, each make-up day, each holiday, each closure. Plain weekends have none. */
export function feedOfYear(calendar: WorkingCalendar, year: number): readonly AllDayEvent[] {
  return stretches(daysOfYear(calendar, year)).flatMap(({ from, to, kind }) => {
    const shown = shownAs(kind)
    return shown === undefined ? [] : [{ uid: `${from}-${kind.why}@yimen`, from, to, ...shown, ...(kind.source !== undefined && { description: kind.source }) }]
  })
}

function shownAs({ why, name = '' }: DayKind): Pick<AllDayEvent, 'summary' | 'categories'> | undefined {
  switch (why) {
    case 'weekday':
      return { summary: texts.feed.workingDays, categories: ['WORKING-DAY'] }
    case 'make-up':
      return { summary: texts.feed.makeUp.replace('{name}', name), categories: ['WORKING-DAY', 'MAKE-UP'] }
    case 'holiday':
      return { summary: texts.feed.dayOff.replace('{name}', name), categories: ['DAY-OFF'] }
    case 'closure':
      return { summary: texts.feed.closure.replace('{name}', name), categories: ['CLOSURE'] }
    case 'weekend':
      return undefined
  }
}

function stretches(days: readonly { readonly day: Day; readonly kind: DayKind }[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const { day, kind } of days) {
    const last = found.at(-1)
    const goesOn = last !== undefined && last.kind.why === kind.why && last.kind.name === kind.name && last.kind.source === kind.source
    if (goesOn) found[found.length - 1] = { ...last, to: day }
    else found.push({ from: day, to: day, kind })
  }
  return found
}
