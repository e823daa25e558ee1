import { instantWords, longDayWords } from '#web/day-words.ts'

/** The last day of a limit that ends at an instant: one that ends with midnight ends on the day before. */
export function lastDayWords(dueAt: string): string {
  if (dueAt.slice(11, 19) !== '00:00:00') return instantWords(dueAt)
  const dayBefore = new Date(Date.parse(`${dueAt.slice(0, 10)}T00:00:00Z`) - 86_400_000)
  return longDayWords(dayBefore.toISOString())
}
