import { textOf, textsOf } from '#web/form-fields.ts'
import { type Fields, isValues, listOf, type Rows, type Shape, valueAt, type Values } from './shape.ts'

/** What reading a form needs to know of the record beside the part that the form shows. */
export interface ReadContext {
  /** Keys of the questions of the item, for conditions. */
  readonly questions: readonly string[]
  /** Gives a name that no other part of the record has. */
  readonly newKey: () => string
}

/** Where in a posted form something is read: below the names of its path. */
export interface Place {
  readonly form: FormData
  readonly context: ReadContext
  readonly path: readonly string[]
}

/** The name of a form field: the steps of its path with points between. */
export function fieldName(path: readonly (string | number)[]): string {
  return path.join('.')
}

/**
 * The part of the record that a posted form shows, put over the part as it was: what the form does not ask for stays. Values that do
 * not fit are kept as they were typed; the operation refuses them, and the form shows them again.
 */
export function readFields({ form, context, path }: Place, fields: Fields, current: Values): Values {
  const read = Object.entries(fields).map(([element, shape]) => [element, readShape({ form, context, path: [...path, element] }, shape, current[element])] as const)
  return { ...current, ...Object.fromEntries(read.filter(([, value]) => value !== undefined)) }
}

function readShape(place: Place, shape: Shape, current: unknown): unknown {
  const { form, path } = place
  const name = fieldName(path)
  switch (shape.kind) {
    case 'key':
      return typeof current === 'string' && current !== '' ? current : place.context.newKey()
    case 'text':
    case 'area':
    case 'day':
    case 'reference':
      return orNull(textOf(form, name), shape.optional, current)
    case 'choice':
      return shape.numeric === true ? numberOf(textOf(form, name), shape, current) : orNull(textOf(form, name), shape.optional, current)
    case 'number':
    case 'money':
      return numberOf(textOf(form, name), shape, current)
    case 'limit':
      return limitOf(place, shape.optional, current)
    case 'yesNo':
      return form.has(name) ? form.get(name) === 'yes' : current
    case 'lines':
      return linesOf(textOf(form, name) ?? '', current)
    case 'choices':
      return inOrderOf(listOf(current), textsOf(form, name))
    case 'references':
      return inOrderOf(listOf(current), [...new Set(textsOf(form, name).filter((key) => key !== ''))])
    case 'condition':
      return conditionOf(place, current)
    case 'exempt':
      return exemptionOf(textOf(form, name), current)
    case 'group': {
      const inner = readFields(place, shape.fields, isValues(current) ? current : {})
      return shape.nullWithout !== undefined && listOf(inner[shape.nullWithout]).length === 0 ? null : inner
    }
    case 'rows':
      return rowsOf(place, shape, listOf(current))
    case 'entries':
      return listOf(current).map((entry) => (isValues(entry) && entry['key'] === '' ? { ...entry, key: place.context.newKey() } : entry))
  }
}

/** A field that was not sent keeps its value; an empty one is null where null may stand. */
function orNull(text: string | undefined, optional: boolean | undefined, current: unknown): unknown {
  if (text === undefined) return current
  return text === '' && optional === true ? null : text
}

/** A list that was not there stays away while nothing is typed: saving without a change changes nothing. */
function linesOf(text: string, current: unknown): unknown {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return lines.length === 0 && current === undefined ? current : lines
}

function numberOf(text: string | undefined, { kind, optional }: { readonly kind: string; readonly optional?: true }, current: unknown): unknown {
  if (text === undefined || text === '') return orNull(text, optional, current)
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) return text
  return kind === 'money' ? Math.round(Number(text) * 100) : Number(text)
}

function limitOf({ form, path }: Place, optional: boolean | undefined, current: unknown): unknown {
  const value = textOf(form, fieldName([...path, 'value']))
  if (value === undefined) return current
  if (value === '' && optional === true) return null
  return { value: /^\d{1,9}$/.test(value) ? Number(value) : value, unit: textOf(form, fieldName([...path, 'unit'])) ?? '' }
}

/** The clauses in the order in which they stood, new ones behind in the order of the questions: saving without a change changes nothing. */
function conditionOf({ form, path, context }: Place, current: unknown): readonly Values[] {
  const stood = listOf(current).filter(isValues)
  const before = stood.map((clause) => String(clause['question']))
  const order = [...before.filter((question) => context.questions.includes(question)), ...context.questions.filter((question) => !before.includes(question))]
  return order.flatMap((question) => {
    const anyOf = inOrderOf(listOf(stood.find((clause) => clause['question'] === question)?.['anyOf']), textsOf(form, fieldName([...path, question])))
    return anyOf.length === 0 ? [] : [{ question, anyOf }]
  })
}

/** The chosen values, those that stood before first and in their order. */
function inOrderOf(before: readonly unknown[], chosen: readonly string[]): readonly string[] {
  const kept = before.filter((value): value is string => typeof value === 'string' && chosen.includes(value))
  return [...kept, ...chosen.filter((value) => !kept.includes(value))]
}

/** `SHARED_RESOURCE key`, `CERTIFICATE_TYPE key`, `ONLINE_FORM`, or nothing. */
function exemptionOf(text: string | undefined, current: unknown): unknown {
  if (text === undefined) return current
  const [by, key] = text.split(' ')
  if (by === 'SHARED_RESOURCE') return { by, resource: key }
  if (by === 'CERTIFICATE_TYPE') return { by, certificateType: key }
  return by === 'ONLINE_FORM' ? { by } : null
}

function rowsOf({ form, path, context }: Place, { fields, blank }: Rows, current: readonly unknown[]): readonly Values[] {
  const start = `${fieldName(path)}.`
  const places = [...form.keys()].flatMap((name) => (name.startsWith(start) ? [Number(name.slice(start.length).split('.')[0])] : []))
  return [...new Set(places)]
    .filter((place) => Number.isInteger(place))
    .toSorted((one, other) => one - other)
    .flatMap((place) => {
      const prefix = [...path, String(place)]
      const stood = current[place]
      if (form.has(fieldName([...prefix, removed])) || isEmptyRow(form, fields, prefix)) return []
      return [readFields({ form, context, path: prefix }, fields, isValues(stood) ? stood : blank)]
    })
}

/** The box that takes a row away. */
export const removed = 'removed'

const typed: readonly string[] = ['text', 'area', 'number', 'money', 'day']

function isEmptyRow(form: FormData, fields: Fields, prefix: readonly string[]): boolean {
  return Object.entries(fields).every(([element, { kind }]) => !typed.includes(kind) || (textOf(form, fieldName([...prefix, element])) ?? '') === '')
}

/** Makes names that stand nowhere in the record: the letter and the next free number. */
export function keyMaker(record: unknown, letter: string): () => string {
  const taken = new Set<string>()
  collectKeys(record, taken)
  let number = 0
  return () => {
    do number += 1
    while (taken.has(`${letter}${number}`))
    return `${letter}${number}`
  }
}

function collectKeys(value: unknown, taken: Set<string>): void {
  if (Array.isArray(value)) for (const entry of value) collectKeys(entry, taken)
  else if (isValues(value)) {
    const key = valueAt(value, ['key'])
    if (typeof key === 'string') taken.add(key)
    for (const inner of Object.values(value)) collectKeys(inner, taken)
  }
}
