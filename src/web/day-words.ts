import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import en from './locales/words.en.json' with { type: 'json' }
import words from './locales/words.zh-CN.json' with { type: 'json' }

/** A day `YYYY-MM-DD` as people say it: 10月12日 周一. */
export function dayWords(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return fill(word('day'), { ...monthAndDay(day), weekday: word('weekdays').split(' ')[weekday] ?? '' })
}

/** A due day; one that rests on a year whose arrangement is not published yet is marked as such (T-14): 1月12日 周二（暂定）. */
export function dueDayWords(day: string, provisional: boolean): string {
  return provisional ? fill(word('day.provisional'), { day: dayWords(day) }) : dayWords(day)
}

/** The same of an instant: 1月12日 17:00（暂定）. Midnight ends the day before, and is told as that day. */
export function dueInstantWords(instant: string, provisional: boolean): string {
  if (instant.slice(11, 16) === '00:00') return dueDayWords(dayBefore(instant.slice(0, 10)), provisional)
  return provisional ? fill(word('day.provisional'), { day: instantWords(instant) }) : instantWords(instant)
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** A day with its year, as documents write it: 2026年10月12日. */
export function longDayWords(day: string): string {
  return fill(word('day.long'), { ...monthAndDay(day), year: Number(day.slice(0, 4)) })
}

/** An instant as operations give it (RFC 3339 in the office's offset): 9月14日 8:31. */
export function instantWords(instant: string): string {
  return fill(word('instant'), { ...monthAndDay(instant), time: `${Number(instant.slice(11, 13))}:${instant.slice(14, 16)}` })
}

function word(key: keyof typeof words): string {
  return spoken({ 'zh-CN': words, en }, key)
}

function monthAndDay(text: string): { readonly month: number; readonly monthName: string; readonly day: number } {
  const month = Number(text.slice(5, 7))
  return { month, monthName: word('months').split(' ')[month - 1] ?? '', day: Number(text.slice(8, 10)) }
}
