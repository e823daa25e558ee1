/** A day as it was asked: whole from the browser's picker, or in three fields. */
export interface TypedDay {
  readonly whole: string
  readonly year: string
  readonly month: string
  readonly day: string
}

/** Names of the three fields beside the picker of this name. */
export function datePartNames(name: string): Readonly<Record<'year' | 'month' | 'day', string>> {
  return { year: `${name}.year`, month: `${name}.month`, day: `${name}.day` }
}

/**
 * The day as `YYYY-MM-DD`; the three fields win where they were filled in. Undefined when nothing was, `'impossible'` for what is no
 * day of the calendar: 2月30日, thirteen months, two of three fields.
 */
export function dayFromParts({ whole, year, month, day }: TypedDay): string | undefined {
  const parts = [year, month, day].map((part) => part.normalize('NFKC').trim())
  const text = parts.every((part) => part === '') ? whole.trim() : `${parts[0]}-${parts[1]?.padStart(2, '0')}-${parts[2]?.padStart(2, '0')}`
  if (text === '') return undefined
  return isCalendarDay(text) ? text : 'impossible'
}

function isCalendarDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number)
  if (year < 1 || month < 1 || month > 12) return false
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day >= 1 && day <= days
}
