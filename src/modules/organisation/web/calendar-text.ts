import { fill } from '#ui/fill.ts'
import strings from './locales/calendar.zh-CN.json' with { type: 'json' }

export type CalendarTextKey = keyof typeof strings

/** A string of the pages about the working calendar. */
export function say(key: CalendarTextKey, params?: Readonly<Record<string, string | number>>): string {
  return fill(strings[key], params)
}
