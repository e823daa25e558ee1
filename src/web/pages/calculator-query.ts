import type { InputOf } from '#app'
import { isDay } from '#kernel/time/day.ts'
import { segmentCauses, specialProcedures } from '#kernel/time/timer-record.ts'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { isHourUnit, readOfficeHours, readTime, usualHours } from './calculator-hours.ts'
import { say } from './calculator-text.ts'

type Input = InputOf<'kernel.explain-limit'>
export type StopCause = NonNullable<Input['stops']>[number]['cause']

/** The longest limit that the calculator takes, by unit: about ten years, of hours about one. */
const longest = { WORKING_DAY: 2_500, CALENDAR_DAY: 3_660, MONTH: 120, YEAR: 10, WORKING_HOUR: 2_000, HOUR: 8_760 } as const
const longestExtension = 1_000
type Unit = keyof typeof longest
export const units = Object.keys(longest) as readonly Unit[]

/** The eight special procedures first (行政许可法 art. 45), then the pauses that need a rule of their own. */
export const stopCauses: readonly StopCause[] = segmentCauses.filter((cause) => cause !== 'handling')

export interface AskedStop {
  readonly place: number
  readonly cause: StopCause | undefined
  readonly from: string
  readonly to: string
  readonly basis: string
}

/** What stands in the address of the page, not yet checked: the address is the whole question and can be sent to somebody else. */
export interface Asked {
  readonly from: string
  readonly value: string
  readonly unit: Unit
  /** By how many of the same unit the limit was extended; empty if it was not. */
  readonly extension: string
  /** For hours: when the first begins, and of working hours which hours are worked. */
  readonly time: string
  readonly officeHours: string
  readonly stops: readonly AskedStop[]
  readonly provisional: boolean
}

/** Reads the question; without one it is twenty working days from today. */
export function readAsked(params: URLSearchParams, today: string): Asked {
  const text = (name: string): string => params.get(name)?.trim() ?? ''
  const textAt = (name: string, place: number): string => params.getAll(name)[place - 1]?.trim() ?? ''
  const isAsked = params.has('from')
  return {
    from: isAsked ? text('from') : today,
    value: isAsked ? text('value') : '20',
    unit: units.find((unit) => unit === text('unit')) ?? 'WORKING_DAY',
    extension: text('extension'),
    time: text('time'),
    officeHours: isAsked ? text('officeHours') : usualHours,
    stops: [1, 2, 3].map((place) => ({
      place,
      cause: stopCauses.find((cause) => cause === textAt('cause', place)),
      from: textAt('stopFrom', place),
      to: textAt('stopTo', place),
      basis: textAt('basis', place),
    })),
    provisional: text('provisional') === 'yes',
  }
}

/** What is wrong with the question, with the id of the control that says so. */
export function problemsIn({ from, value, unit, extension, time, officeHours, stops }: Asked): readonly FieldProblem[] {
  return [
    ...(isDay(from) ? [] : [{ id: 'from', text: say('problem.day') }]),
    ...(isWhole(value, longest[unit]) ? [] : [{ id: 'limit-value', text: say('problem.value', { longest: longest[unit] }) }]),
    ...(extension === '' || isWhole(extension, longestExtension) ? [] : [{ id: 'extension', text: say('problem.extension', { longest: longestExtension }) }]),
    ...(!isHourUnit(unit) || readTime(time) !== undefined ? [] : [{ id: 'time', text: say('problem.time') }]),
    ...(unit !== 'WORKING_HOUR' || readOfficeHours(officeHours) !== undefined ? [] : [{ id: 'officeHours', text: say('problem.officeHours') }]),
    ...stops.flatMap(stopProblems),
  ]
}

function isWhole(text: string, most: number): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most
}

function stopProblems(stop: AskedStop): readonly FieldProblem[] {
  if (isEmpty(stop)) return []
  const { place, cause, from, to, basis } = stop
  const wrong = (field: 'cause' | 'from' | 'to' | 'basis'): FieldProblem => ({ id: `stop${place}-${field}`, text: say(`problem.stop.${field}`, { place }) })
  return [
    ...(cause === undefined ? [wrong('cause')] : []),
    ...(isDay(from) ? [] : [wrong('from')]),
    ...(to === '' || (isDay(to) && to >= from) ? [] : [wrong('to')]),
    ...(cause === undefined || isSpecial(cause) || basis !== '' ? [] : [wrong('basis')]),
  ]
}

/** The stops that were asked for, in the order of time. */
export function stopsOf({ stops }: Asked): readonly (AskedStop & { readonly cause: StopCause })[] {
  return stops.filter((stop): stop is AskedStop & { readonly cause: StopCause } => stop.cause !== undefined && stop.from !== '').toSorted((one, other) => (one.from < other.from ? -1 : 1))
}

/** The question as the operation takes it; checked by `problemsIn` before. */
export function inputOf(asked: Asked): Input {
  const officeHours = asked.unit === 'WORKING_HOUR' ? readOfficeHours(asked.officeHours) : undefined
  return {
    from: isHourUnit(asked.unit) ? `${asked.from}T${readTime(asked.time) ?? ''}:00+08:00` : asked.from,
    limit: { value: Number(asked.value), unit: asked.unit },
    ...(asked.extension !== '' && { extension: Number(asked.extension) }),
    ...(officeHours && { officeHours: [...officeHours] }),
    stops: stopsOf(asked).map(({ cause, from, to, basis }) => ({ cause, from, basis: basis === '' ? say('stop.special') : basis, ...(to !== '' && { to }) })),
    provisional: asked.provisional,
  }
}

/** The same question, answered provisionally where a notice is missing (T-14). */
export function provisionalHref(params: URLSearchParams): string {
  return `/calculator?${new URLSearchParams([...[...params].filter(([name]) => name !== 'provisional'), ['provisional', 'yes']])}`
}

function isEmpty({ cause, from, to, basis }: AskedStop): boolean {
  return cause === undefined && from === '' && to === '' && basis === ''
}

function isSpecial(cause: StopCause): boolean {
  return specialProcedures.some((procedure) => procedure === cause)
}
