import type { OutputOf } from '#app'

type Hall = OutputOf<'organisation.get-hall'>
type Hours = { weekdays: number[]; from: string; to: string; applicants: 'all' | 'persons' }
type Zone = { key: string; name: string; floor: number }

/** Lines that were understood, and the numbers of those that were not. */
export interface ReadLines<T> {
  readonly found: readonly T[]
  readonly wrongLines: readonly number[]
}

const weekdays = '一二三四五六日'
const personsOnly = '仅个人'
const hoursLine = /^周([一二三四五六日])(?:至周([一二三四五六日]))?\s+(\d\d:\d\d)\s*[-—–至]\s*(\d\d:\d\d)(?:\s+(仅个人))?$/
const zoneLine = /^([a-z][a-z0-9-]*)\s+(\S+)\s+(-?\d{1,3})(?:层|楼)?$/

/** Reads opening hours as people write them: 周一至周五 09:00-12:00. */
export function readHours(text: string): ReadLines<Hours> {
  return readLines(text, (line) => {
    const [, first = '', last = first, from = '', to = '', persons] = hoursLine.exec(line) ?? []
    const [start, end] = [weekdays.indexOf(first), weekdays.indexOf(last)]
    if (first === '' || start > end) return undefined
    return { weekdays: Array.from({ length: end - start + 1 }, (_, place) => start + place + 1), from, to, applicants: persons === undefined ? 'all' : 'persons' }
  })
}

/** Reads zones: key, name and floor. */
export function readZones(text: string): ReadLines<Zone> {
  return readLines(text, (line) => {
    const [, key, name, floor] = zoneLine.exec(line) ?? []
    return key === undefined || name === undefined ? undefined : { key, name, floor: Number(floor) }
  })
}

/** Opening hours as `readHours` understands them; days that do not follow each other stand in lines of their own. */
export function hoursText(hours: Hall['openingHours']): string {
  return hours
    .flatMap(({ weekdays: days, from, to, applicants }) =>
      runsOf(days).map(([first, last]) => {
        const span = first === last ? `周${dayWord(first)}` : `周${dayWord(first)}至周${dayWord(last)}`
        return `${span} ${from}-${to}${applicants === 'persons' ? ` ${personsOnly}` : ''}`
      }),
    )
    .join('\n')
}

export function zonesText(zones: Hall['zones']): string {
  return zones.map(({ key, name, floor }) => `${key} ${name} ${floor}`).join('\n')
}

function dayWord(weekday: number): string {
  return weekdays[weekday - 1] ?? ''
}

function runsOf(days: readonly number[]): readonly (readonly [number, number])[] {
  return days.toSorted((a, b) => a - b).reduce<(readonly [number, number])[]>((runs, day) => {
    const last = runs.at(-1)
    return last !== undefined && last[1] + 1 === day ? [...runs.slice(0, -1), [last[0], day]] : [...runs, [day, day]]
  }, [])
}

function readLines<T>(text: string, read: (line: string) => T | undefined): ReadLines<T> {
  const lines = text.split('\n').map((line, place) => ({ line: line.trim(), number: place + 1 })).filter(({ line }) => line !== '')
  const results = lines.map(({ line, number }) => ({ number, value: read(line) }))
  return { found: results.flatMap(({ value }) => (value === undefined ? [] : [value])), wrongLines: results.flatMap(({ number, value }) => (value === undefined ? [number] : [])) }
}
