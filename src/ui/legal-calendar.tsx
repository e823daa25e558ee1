import { type CalendarBounds, type CalendarDay, calendarMonths, dayRuns, type DayRun, type Month, type MonthCell } from './calendar-months.ts'
import { partText } from './text.ts'

interface LegalCalendarProps extends CalendarBounds {
  readonly days: readonly CalendarDay[]
  /** The text twin starts open: for 关怀版 on a phone. */
  readonly wordsOpen?: boolean | undefined
}

/** Why the due date is the due date: every day, whether it counts, and why. As months and in words. */
export function LegalCalendar({ days, today, dueOn, wordsOpen }: LegalCalendarProps) {
  return (
    <>
      <div className="cals">
        {calendarMonths(days, { today, dueOn }).map((month) => (
          <MonthTable key={`${month.year} ${month.month}`} month={month} />
        ))}
      </div>
      <Key provisional={days.some((day) => day.provisional)} />
      <details open={wordsOpen}>
        <summary>{partText('calendar.words')}</summary>
        <DaysInWords days={days} />
      </details>
    </>
  )
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function MonthTable({ month }: { readonly month: Month }) {
  return (
    <table className="cal">
      <caption>{partText('calendar.month', { year: month.year, month: month.month })}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {partText(`calendar.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, weekNumber) => (
          <tr key={weekNumber}>{week.map((cell, weekday) => (cell ? <DayCell key={weekday} cell={cell} /> : <td key={weekday} className="nil" />))}</tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ cell: { dayOfMonth, state, isToday, day } }: { readonly cell: MonthCell }) {
  const lines = [
    day?.amount ?? (day?.number === undefined ? day?.label : partText('calendar.nth', { number: day.number })),
    state === 'due' ? partText('calendar.due') : undefined,
    isToday ? partText('calendar.today') : undefined,
  ].filter((line) => line !== undefined)
  const mark = day?.arrangement ?? (day?.provisional ? 'provisional' : undefined)
  return (
    <td className={isToday ? `${state} now` : state}>
      <b>{dayOfMonth}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {mark ? <em>{partText(`calendar.${mark}`)}</em> : null}
    </td>
  )
}

const keyMarks = [
  { state: 'on', sample: '14', key: 'calendar.key.on' },
  { state: 'to', sample: '30', key: 'calendar.key.to' },
  { state: 'st', sample: '16', key: 'calendar.key.stopped' },
  { state: 'off', sample: '12', key: 'calendar.key.rest' },
  { state: 'due', sample: '10', key: 'calendar.key.due' },
  { state: 'to now', sample: '29', key: 'calendar.key.today' },
] as const

function Key({ provisional }: { readonly provisional: boolean }) {
  return (
    <ul className="key" aria-label={partText('calendar.key')}>
      {keyMarks.map((mark) => (
        <li key={mark.key}>
          <span className={mark.state}>{mark.sample}</span>
          {partText(mark.key)}
        </li>
      ))}
      {(provisional ? (['work', 'off', 'provisional'] as const) : (['work', 'off'] as const)).map((mark) => (
        <li key={mark}>
          <span>
            <em>{partText(`calendar.${mark}`)}</em>
          </span>
          {partText(`calendar.key.${mark}`)}
        </li>
      ))}
    </ul>
  )
}

function DaysInWords({ days }: { readonly days: readonly CalendarDay[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{partText('calendar.words.day')}</th>
          <th scope="col">{partText('calendar.words.counted')}</th>
          <th scope="col">{partText('calendar.words.why')}</th>
        </tr>
      </thead>
      <tbody>
        {dayRuns(days).map((run) => (
          <tr key={run.first.day}>
            <th scope="row">{runDays(run)}</th>
            <td>{runCount(run)}</td>
            <td>{run.first.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function runDays({ first, last }: DayRun): string {
  const [month, day] = monthAndDay(first)
  const [lastMonth, lastDay] = monthAndDay(last)
  if (first === last) return partText('calendar.day', { month, day })
  if (month === lastMonth) return partText('calendar.range-in-month', { month, day, lastDay })
  return partText('calendar.range', { month, day, lastMonth, lastDay })
}

function runCount({ first, last }: DayRun): string {
  if (last.amount !== undefined) return last.amount
  if (first.number === undefined || last.number === undefined) return partText('calendar.not-counted')
  if (first.number === last.number) return partText('calendar.nth', { number: first.number })
  return partText('calendar.nth-range', { first: first.number, last: last.number })
}

function monthAndDay({ day }: CalendarDay): [month: number, day: number] {
  return [Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}
