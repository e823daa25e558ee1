import { fill } from '#ui/fill.ts'
import words from './locales/words.zh-CN.json' with { type: 'json' }

/** A day `YYYY-MM-DD` as people say it: 10月12日 周一. */
export function dayWords(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return fill(words.day, { ...monthAndDay(day), weekday: words.weekdays.slice(weekday * 2, weekday * 2 + 2) })
}

/** A day with its year, as documents write it: 2026年10月12日. */
export function longDayWords(day: string): string {
  return fill(words['day.long'], { ...monthAndDay(day), year: Number(day.slice(0, 4)) })
}

/** An instant as operations give it (RFC 3339 in the office's offset): 9月14日 8:31. */
export function instantWords(instant: string): string {
  return fill(words.instant, { ...monthAndDay(instant), time: `${Number(instant.slice(11, 13))}:${instant.slice(14, 16)}` })
}

function monthAndDay(text: string): { readonly month: number; readonly day: number } {
  return { month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) }
}
