/** Everything that was typed into a form, by the names of its fields; several texts where several boxes were ticked. Files are chosen again. */
export type Typed = Readonly<Record<string, readonly string[]>>

export function typedOf(form: FormData): Typed {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string')]))
}

/** What stood in one field; undefined on a form that was not sent before. */
export function typedIn(typed: Typed | undefined, name: string): string | undefined {
  return typed?.[name]?.[0]
}
