import { entryTitle } from './places.ts'
import { type Fields, isValues, listOf, type Path, plainText, type Shape, type Values, valueAt } from './shape.ts'
import { labelOf } from './shape-labels.ts'
import { type Lookups, wordsOf } from './shape-words.ts'
import { say } from './text.ts'

/** One place in which two versions differ, in Chinese words. */
export interface Difference {
  /** From the outside in: 申请材料，营业执照，必要性. */
  readonly where: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before: string
  readonly after: string
}

interface Walk {
  readonly lookups: Lookups
  /** Names of the elements so far, for their labels. */
  readonly path: Path
  readonly where: readonly string[]
}

/** All places in which two versions differ, in the order of the fields. Entries of a list are followed by what they are called. */
export function differencesOf(fields: Fields, before: unknown, after: unknown, lookups: Lookups): readonly Difference[] {
  return inFields({ lookups, path: [], where: [] }, fields, before, after)
}

function inFields(walk: Walk, fields: Fields, before: unknown, after: unknown): readonly Difference[] {
  return Object.entries(fields).flatMap(([element, shape]) => {
    const [old, now] = [valueAt(before, [element]), valueAt(after, [element])]
    if (shape.kind === 'key' || same(old, now)) return []
    const path = [...walk.path, element]
    const label = labelOf(path)
    return inShape({ ...walk, path, where: label === undefined ? walk.where : [...walk.where, label] }, shape, old, now)
  })
}

function inShape(walk: Walk, shape: Shape, before: unknown, after: unknown): readonly Difference[] {
  if (shape.kind === 'group') return inFields(walk, shape.fields, before ?? {}, after ?? {})
  if (shape.kind === 'rows' || shape.kind === 'entries') return inList(walk, shape, listOf(before), listOf(after))
  return [change(walk, 'changed', wordsOf(shape, before, walk.lookups), wordsOf(shape, after, walk.lookups))]
}

type List = Extract<Shape, { kind: 'rows' | 'entries' }>

function inList(walk: Walk, shape: List, before: readonly unknown[], after: readonly unknown[]): readonly Difference[] {
  const [old, now] = [identified(before), identified(after)]
  const said = (entry: unknown) => wordsOf({ kind: 'group', fields: shape.fields }, entry, walk.lookups)
  const found = [...now].flatMap(([identity, entry]): readonly Difference[] => {
    const stood = old.get(identity)
    if (stood === undefined) return [change(walk, 'added', '', said(entry))]
    return same(stood, entry) ? [] : inFields({ ...walk, where: [...walk.where, entryTitle(stood)] }, shape.fields, stood, entry)
  })
  const gone = [...old].flatMap(([identity, entry]) => (now.has(identity) ? [] : [change(walk, 'removed', said(entry), '')]))
  const both = [...old.keys()].filter((identity) => now.has(identity))
  const moved = both.join('\n') !== [...now.keys()].filter((identity) => old.has(identity)).join('\n')
  return [...found, ...gone, ...(moved ? [change(walk, 'changed', '', say('change.order'))] : [])]
}

/** The entries by what tells them apart: their key or code, else what they are called. */
function identified(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(list.map((entry) => [identityOf(entry), entry]))
}

function identityOf(entry: unknown): string {
  return (isValues(entry) ? plainText(entry['key'] ?? entry['code']) : '') || entryTitle(entry)
}

function change({ where }: Walk, kind: Difference['kind'], before: string, after: string): Difference {
  return { where: where.join(say('change.path')), kind, before, after }
}

/** The same content: the order of the properties of an object does not matter. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) => (isValues(inner) ? sorted(inner) : inner))
}

function sorted(value: Values): Values {
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
