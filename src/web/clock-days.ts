import type { OutputOf } from '#app'
import type { ExplainedDay } from '#kernel/time/explain.ts'
import en from '#kernel/time/locales/en.json' with { type: 'json' }
import zh from '#kernel/time/locales/zh-CN.json' with { type: 'json' }
import type { CalendarDay } from '#ui/calendar-months.ts'
import { fill } from '#ui/fill.ts'
import { languageNow, spoken } from '#ui/language.ts'
import { say } from './text.ts'

type ShownDay = Pick<ExplainedDay, 'day' | 'counted' | 'number' | 'why' | 'name' | 'source' | 'cause'> & { readonly provisional?: boolean }

type ClockDay = OutputOf<'cases.get-case-clock'>['timers'][number]['explanation'][number]

/** The kernel's explanation of a clock that counts days, in the words of the calendar on a page. */
export function calendarDaysOf(days: readonly ShownDay[]): readonly CalendarDay[] {
  return days.map((day) => {
    const arrangement = arrangementOf(day)
    return {
      day: day.day,
      counted: day.counted,
      ...(day.counted ? { number: day.number } : { label: labelOf(day) }),
      why: whyOf(day),
      ...(day.why === 'stopped' ? { stopped: true } : {}),
      ...(arrangement ? { arrangement } : {}),
      ...(day.provisional ? { provisional: true } : {}),
    }
  })
}

/** The same of the clock of a matter as an operation shows it. */
export function shownDaysOf(days: readonly ClockDay[]): readonly CalendarDay[] {
  return calendarDaysOf(days.map(({ number, name, source, ...day }) => ({ ...day, ...(number !== null && { number }), ...(name !== null && { name }), ...(source !== null && { source }) }) as ShownDay))
}

function arrangementOf({ why }: ShownDay): 'off' | 'work' | undefined {
  if (why === 'holiday') return 'off'
  return why === 'make-up' ? 'work' : undefined
}

function labelOf({ why, name }: ShownDay): string {
  switch (why) {
    case 'weekend':
      return say('clock.weekend')
    case 'stopped':
      return say('clock.stopped')
    case 'trigger-day':
      return say('clock.trigger-day')
    case 'holiday':
    case 'closure':
      return languageNow() === 'zh-CN' ? (name ?? say('clock.rest')).slice(0, 2) : say('clock.holiday')
    default:
      return say('clock.rest')
  }
}

function whyOf({ why, name, source, cause }: ShownDay): string {
  const texts = { 'zh-CN': zh, en }
  const explain = spoken(texts, 'explain')
  const reason = fill(explain.reasons[why], { cause: spoken(texts, 'causes')[cause] })
  const named = name === undefined ? reason : fill(explain.named, { reason, name })
  return source === undefined ? named : fill(explain.sourced, { reason: named, source })
}
