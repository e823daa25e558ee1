/** Words by code, as the module's locale file has them. */
export type Words = Readonly<Record<string, string>>

/** The lists of other records that a field may name: see `catalogue.list-references`. */
export type ReferenceList = 'departments' | 'units' | 'certificateTypes' | 'themes' | 'items'

interface Optional {
  /** Empty means null. */
  readonly optional?: true
}

/** How one element of the record is asked and shown. */
export type Shape =
  | ({ readonly kind: 'text' | 'area' | 'day' | 'limit' } & Optional)
  /** `money` is asked in yuan and kept in fen. */
  | ({ readonly kind: 'number' | 'money' } & Optional)
  | { readonly kind: 'yesNo' | 'lines' | 'condition' | 'exempt' }
  /** A name inside the record that nobody reads: made when an entry is new. */
  | { readonly kind: 'key' }
  /** `numeric`: the record keeps the chosen code as a number. */
  | ({ readonly kind: 'choice'; readonly words: Words; readonly numeric?: true } & Optional)
  | { readonly kind: 'choices'; readonly words: Words }
  | ({ readonly kind: 'reference'; readonly list: ReferenceList } & Optional)
  | { readonly kind: 'references'; readonly list: ReferenceList }
  | Group
  | Rows
  | Entries

/** An object inside the record. `nullWithout`: it is null while this list of it is empty. */
export interface Group {
  readonly kind: 'group'
  readonly fields: Fields
  readonly nullWithout?: string
}

/** A short list, asked on the page of what it belongs to; an entry without words is left out. */
export interface Rows {
  readonly kind: 'rows'
  readonly fields: Fields
  readonly blank: Readonly<Record<string, unknown>>
}

/** A list with a page for each entry; the list says these elements of each beside its name. */
export interface Entries {
  readonly kind: 'entries'
  readonly fields: Fields
  readonly blank: Readonly<Record<string, unknown>>
  readonly shown: readonly string[]
}

export type Fields = Readonly<Record<string, Shape>>

/** A part of the record as plain values: what a page reads and writes before the operation checks it. */
export type Values = Readonly<Record<string, unknown>>

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a list; what is no list has no entries. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A text, number or truth of the record as text; anything else has none of its own. */
export function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Where something stands in the record: names and places, from the outside in. */
export type Path = readonly string[]

/** The value at a path; undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (Array.isArray(inner) ? inner[Number(step)] : isValues(inner) ? inner[step] : undefined), value)
}

/** The same value with another one at the path; a list grows by one when the path ends behind its last entry. */
export function withValueAt(value: unknown, path: Path, replacement: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return replacement
  if (Array.isArray(value)) {
    const next: unknown[] = [...value]
    next[Number(step)] = withValueAt(next[Number(step)], rest, replacement)
    return next
  }
  return { ...(isValues(value) ? value : {}), [step]: withValueAt(isValues(value) ? value[step] : undefined, rest, replacement) }
}

/** The same value without the entry that the path names. */
export function withoutEntry(value: unknown, path: Path): unknown {
  const list = listOf(valueAt(value, path.slice(0, -1)))
  const place = Number(path.at(-1))
  return withValueAt(value, path.slice(0, -1), list.filter((_, at) => at !== place))
}

/** The same value with the entry one place further to the front. */
export function withEntryEarlier(value: unknown, path: Path): unknown {
  const list = [...listOf(valueAt(value, path.slice(0, -1)))]
  const place = Number(path.at(-1))
  if (place < 1 || place >= list.length) return value
  const [entry] = list.splice(place, 1)
  list.splice(place - 1, 0, entry)
  return withValueAt(value, path.slice(0, -1), list)
}
