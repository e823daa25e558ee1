import { dayWords, instantWords } from '#web/day-words.ts'
import { say } from './text.ts'

/** The last moment that is in time, as people say it: midnight is the end of the day before. */
export function dueWords(instant: string): string {
  if (!instant.includes('T00:00:00')) return say('due.instant', { when: instantWords(instant) })
  const day = new Date(Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return say('due.day', { day: dayWords(day) })
}
