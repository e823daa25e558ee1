import { datePartNames, dayFromParts, type TypedDay } from '#ui/date-parts.ts'

/** The text of a field of a posted form; undefined when it was not sent or is a file. */
export function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : undefined
}

/** All texts sent under one name: the ticked boxes of a group. */
export function textsOf(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === 'string')
}

/** The file that was chosen in a field; undefined when none was. */
export function fileOf(form: FormData, name: string): File | undefined {
  const value = form.get(name)
  return value instanceof File && value.size > 0 ? value : undefined
}

/** What was sent by a `DateField`. */
export function typedDayOf(form: FormData, name: string): TypedDay {
  const names = datePartNames(name)
  return { whole: textOf(form, name) ?? '', year: textOf(form, names.year) ?? '', month: textOf(form, names.month) ?? '', day: textOf(form, names.day) ?? '' }
}

/** The day of a `DateField` as `YYYY-MM-DD`; what is no day comes as it was typed, so that the operation refuses it. */
export function dayOf(form: FormData, name: string): string {
  const typed = typedDayOf(form, name)
  const day = dayFromParts(typed)
  return day === 'impossible' ? `${typed.whole}${typed.year}-${typed.month}-${typed.day}` : (day ?? '')
}
