import { addCalendarDays, addMonths, type Day } from '#kernel/time/day.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import type { FormField, ItemVersion, ScenarioAnswers } from '#modules/catalogue/index.ts'

/**
 * The last day of a certificate that begins on a day: five years from 2026-09-07 end with 2031-09-06. It is no limit for anybody's
 * act, so a day off does not move it (民法典 art. 203 is about acts).
 */
export function lastDayOfValidity(from: Day, { value, unit }: TimeLimit): Day {
  if (unit !== 'YEAR' && unit !== 'MONTH') return addCalendarDays(from, value - 1)
  const anniversary = addMonths(from, unit === 'YEAR' ? value * 12 : value)
  // A month without that day ends the term with its own last day.
  return anniversary.slice(8) === from.slice(8) ? addCalendarDays(anniversary, -1) : anniversary
}

/** What the certificate says of the business: each field of the result's sample with what the applicant wrote or chose for it. */
export function certificateFields({ result, form, scenarios }: Pick<ItemVersion, 'result' | 'form' | 'scenarios'>, answers: ScenarioAnswers, values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const fields = form.sections.flatMap((section) => section.fields)
  const written = (label: string): readonly string[] => fields.filter((field) => field.label === label).flatMap((field) => wordsOf(field, values[field.key]))
  const chosen = (label: string): readonly string[] => scenarios.filter(({ question }) => question === label).flatMap(({ key, options }) => options.flatMap((option) => (answers[key]?.includes(option.key) ? [option.label] : [])))
  const lines = (result.sample?.fields ?? []).map(({ label, from }) => [label, (from?.length ? from : [label]).flatMap((source) => [...written(source), ...chosen(source)]).join('、')] as const)
  return Object.fromEntries(lines.filter(([, text]) => text !== ''))
}

function wordsOf({ options, unit }: FormField, value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return []
  const text = (Array.isArray(value) ? value : [value]).map((one) => options.find((option) => option.key === one)?.label ?? String(one)).join('、')
  return text === '' ? [] : [unit === null ? text : `${text}${unit}`]
}
