/** What was typed into a form, by name, to show it again when the form is refused. Files cannot be shown again. */
export type Typed = Readonly<Record<string, readonly string[]>>

export function typedIn(form: FormData): Typed {
  const typed: Record<string, string[]> = {}
  for (const [name, value] of form) if (typeof value === 'string') (typed[name] ??= []).push(value)
  return typed
}
