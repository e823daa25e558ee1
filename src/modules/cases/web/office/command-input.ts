import type { FieldProblem } from '#ui/error-summary.tsx'
import { textOf, textsOf } from '#web/form-fields.ts'
import type { RefusalShown } from '#web/refusals.ts'
import type { CommandField } from './command-forms.ts'
import { say } from './text.ts'

/** What was typed or ticked, by the name of the field, to show it again when the form is refused. */
export type Typed = Readonly<Record<string, readonly string[]>>

type Input = Record<string, unknown>

/** The input of a command's operation from its posted form. An optional field that is empty is left out. */
export function commandInput(fields: readonly CommandField[], form: FormData): Input {
  const input: Input = {}
  for (const field of fields) {
    const value = field.kind === 'checks' ? textsOf(form, field.name) : field.kind === 'signature' ? signatureIn(form, field.name) : valueOf(field, textOf(form, field.name) ?? '')
    if (value !== undefined) put(input, field.name.split('-'), value)
  }
  return input
}

export function typedIn(fields: readonly CommandField[], form: FormData): Typed {
  return Object.fromEntries(fields.flatMap(({ name, kind }) => (kind === 'signature' ? [name, drawingName(name), paperName(name)] : [name])).map((name) => [name, textsOf(form, name)]))
}

/** The lines of the error summary: each says which field it is about. A fault of no field stands at the first one. */
export function commandProblems(fields: readonly CommandField[], refusal: RefusalShown): readonly FieldProblem[] {
  return refusal.fields.map(({ pointer, title }) => {
    const id = pointer.replace(/^\//, '').replaceAll('/', '-')
    const field = fields.find((one) => one.name === id) ?? fields.find((one) => id.startsWith(`${one.name}-`)) ?? fields.find((one) => one.name.startsWith(`${id}-`))
    return field ? { id: field.name, text: say('problem', { label: field.label, title }) } : { id, text: title }
  })
}

/** What a `SignatureField` and the box beside it are posted under. */
export const drawingName = (name: string): string => `${name}.drawing`
export const paperName = (name: string): string => `${name}.paper`

/** Undefined where nobody signed: a name alone is no signature. */
function signatureIn(form: FormData, field: string): Input | undefined {
  const [name, path] = [textOf(form, field) ?? '', textOf(form, drawingName(field)) ?? '']
  if (path !== '') return { by: 'drawing', name, path }
  return textOf(form, paperName(field)) === 'yes' ? { by: 'paper', name } : undefined
}

function valueOf(field: Exclude<CommandField, { readonly kind: 'checks' | 'signature' }>, text: string): unknown {
  switch (field.kind) {
    case 'check':
      return text === 'yes'
    case 'lines':
      return text.split(/[\n,，、;；]+/).map((line) => line.trim()).filter((line) => line !== '')
    case 'days':
      return text === '' && field.optional ? undefined : { value: Number(text === '' ? Number.NaN : text), unit: 'WORKING_DAY' }
    case 'money':
      return Math.round(Number(text === '' ? Number.NaN : text) * 100)
    default:
      return text === '' && (field.optional || field.kind === 'radios') ? undefined : text
  }
}

function put(input: Input, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) input[first] = value
  else put((input[first] ??= {}) as Input, rest, value)
}
