/** A day of a list, or one of a stretch, with the name behind it. */
export interface ListedDay {
  readonly date: string
  readonly name: string
}

export interface DateList {
  readonly days: readonly ListedDay[]
  /** The numbers of the lines that say nothing readable, from 1. */
  readonly wrongLines: readonly number[]
}

const date = /(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?/.source
const line = new RegExp(`^${date}(?:\\s*(?:至|到|—|~)\\s*${date})?[\\s，,：:]+(\\S.*)$`)
const longestStretch = 31

/** Reads one day or stretch a line, each followed by a name: `2027-01-01至2027-01-03 元旦`, also 2027年1月1日. Empty lines are passed over. */
export function readDateList(text: string): DateList {
  const days: ListedDay[] = []
  const wrongLines: number[] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    if (raw.trim() === '') return
    const read = readLine(raw.trim())
    if (read === undefined) wrongLines.push(index + 1)
    else days.push(...read)
  })
  return { days, wrongLines }
}

function readLine(text: string): readonly ListedDay[] | undefined {
  const found = line.exec(text)
  if (found === null) return undefined
  const [, year, month, day, lastYear, lastMonth, lastDay, name = ''] = found
  const first = instantOf(year, month, day)
  const last = lastYear === undefined ? first : instantOf(lastYear, lastMonth, lastDay)
  if (first === undefined || last === undefined || last < first) return undefined
  const count = (last - first) / 86_400_000 + 1
  if (count > longestStretch) return undefined
  return Array.from({ length: count }, (_, place) => ({ date: new Date(first + place * 86_400_000).toISOString().slice(0, 10), name }))
}

/** The milliseconds of a day at midnight UTC; undefined for a day that does not exist. */
function instantOf(year: string | undefined, month: string | undefined, day: string | undefined): number | undefined {
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) ? at.getTime() : undefined
}
