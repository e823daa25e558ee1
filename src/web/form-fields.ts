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
