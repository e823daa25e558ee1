import type { OutputOf } from '#app'
import { type CalendarDay, calendarMonths } from '#ui/calendar-months.ts'
import { say } from './calendar-text.ts'

export type YearDay = OutputOf<'kernel.get-year'>['days'][number]

/** A year as twelve months. What differs from the plain week has a word and a mark, never a colour alone. */
export function YearCalendar({ days, today }: { readonly days: readonly YearDay[]; readonly today: string }) {
  const reasons = new Map<string, YearDay>(days.map((day) => [day.day, day]))
  return (
    <>
      <div className="cals">
        {calendarMonths(days.map(cellOf), { today, dueOn: '' }).map(({ year, month, weeks }) => (
          <table key={month} className="cal">
            <caption>{say('month', { year, month })}</caption>
            <thead>
              <tr>
                {[...say('weekdays')].map((weekday) => (
                  <th key={weekday} scope="col">
                    {weekday}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week, place) => (
                <tr key={place}>
                  {week.map((cell, weekday) => {
                    const day = reasons.get(cell?.day?.day ?? '')
                    return cell && day ? <DayCell key={weekday} day={day} label={cell.day?.label} dayOfMonth={cell.dayOfMonth} /> : <td key={weekday} className="nil" />
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <Key />
    </>
  )
}

function DayCell({ day, label, dayOfMonth }: { readonly day: YearDay; readonly label: string | undefined; readonly dayOfMonth: number }) {
  const mark = markOf(day)
  return (
    <td className={day.working ? undefined : 'off'}>
      <b>{dayOfMonth}</b>
      {label === undefined ? null : <span>{label}</span>}
      {mark === undefined ? null : <em>{say(mark)}</em>}
    </td>
  )
}

function Key() {
  return (
    <ul className="key" aria-label={say('key')}>
      <li>
        <span>12</span>
        {say('key.weekday')}
      </li>
      <li>
        <span className="off">13</span>
        {say('key.weekend')}
      </li>
      {(['off', 'work', 'closed'] as const).map((mark) => (
        <li key={mark}>
          <span>
            <em>{say(`cell.${mark}`)}</em>
          </span>
          {say(`key.${mark}`)}
        </li>
      ))}
    </ul>
  )
}

function cellOf({ day, working, why, name }: YearDay): CalendarDay {
  const label = why === 'weekday' ? undefined : why === 'weekend' ? say('cell.weekend') : why === 'make-up' ? say('cell.make-up') : (name ?? '').slice(0, 2)
  return { day, counted: working, label, why: '' }
}

function markOf({ why }: YearDay): 'cell.off' | 'cell.work' | 'cell.closed' | undefined {
  if (why === 'holiday') return 'cell.off'
  if (why === 'make-up') return 'cell.work'
  return why === 'closure' ? 'cell.closed' : undefined
}
