import { addCalendarDays, type Day, isDay } from '#kernel/time/day.ts'

/** An all-day event of a calendar file; `to` is its last day, which the file names as the day after (RFC 5545 §3.6.1). */
export interface AllDayEvent {
  readonly uid: string
  readonly from: Day
  readonly to: Day
  readonly summary: string
  readonly categories: readonly string[]
  readonly description?: string
}

/** Writes a calendar file of all-day events (RFC 5545): CRLF, lines folded at 75 octets, text escaped. `stampedAt` is the same for all. */
export function writeIcal(calendar: { readonly name: string; readonly stampedAt: Date; readonly events: readonly AllDayEvent[] }): string {
  const stamp = `${calendar.stampedAt.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yimen//Legal calendar//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(calendar.name)}`,
    ...calendar.events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(event.from)}`,
      `DTEND;VALUE=DATE:${compact(addCalendarDays(event.to, 1))}`,
      `SUMMARY:${escapeText(event.summary)}`,
      ...(event.description === undefined ? [] : [`DESCRIPTION:${escapeText(event.description)}`]),
      `CATEGORIES:${event.categories.map(escapeText).join(',')}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

/** Reads the all-day events of a calendar file; undefined if it is none or an event has no day. Times of day are cut to their day. */
export function readIcal(text: string): readonly AllDayEvent[] | undefined {
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)
  if (lines[0]?.trim().toUpperCase() !== 'BEGIN:VCALENDAR') return undefined
  const events: AllDayEvent[] = []
  let open: Map<string, string> | undefined
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const name = (line.slice(0, colon).split(';')[0] ?? '').toUpperCase()
    const value = line.slice(colon + 1)
    if (name === 'BEGIN' && value === 'VEVENT') open = new Map()
    else if (name === 'END' && value === 'VEVENT') {
      const event = open && eventOf(open)
      if (event === undefined) return undefined
      events.push(event)
      open = undefined
    } else open?.set(name, value)
  }
  return events
}

function eventOf(properties: ReadonlyMap<string, string>): AllDayEvent | undefined {
  const from = dayIn(properties.get('DTSTART'))
  if (from === undefined) return undefined
  const end = dayIn(properties.get('DTEND'))
  const to = end !== undefined && end > from ? addCalendarDays(end, -1) : from
  const categories = (properties.get('CATEGORIES') ?? '').split(',').filter((each) => each !== '').map(plainText)
  return { uid: properties.get('UID') ?? '', from, to, summary: plainText(properties.get('SUMMARY') ?? ''), categories }
}

function dayIn(value: string | undefined): Day | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(value?.trim() ?? '') ?? []
  const day = `${year}-${month}-${date}`
  return isDay(day) ? day : undefined
}

function compact(day: Day): string {
  return day.replaceAll('-', '')
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)
}

function plainText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter))
}

/** Folds a line at 75 octets without cutting a character (RFC 5545 §3.1). */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
