import { data, type LoaderFunctionArgs } from 'react-router'
import { findLookups, findOfficeItem, type OfficeItem } from './editor-found.ts'
import { entryTitle, fieldsAt, listAt } from './places.ts'
import { type SectionKey, sectionKeys, sections } from './sections.ts'
import { type Entries, type Fields, listOf, type Path, type Shape, valueAt } from './shape.ts'
import type { Lookups } from './shape-words.ts'
import { say } from './text.ts'

/** What one editing page is about: a section of an item, or one entry of a list in it. */
export interface SectionFound {
  readonly office: OfficeItem
  readonly lookups: Lookups
  readonly section: SectionKey
  /** Where the entry stands in the record; empty for the section itself. */
  readonly at: Path
  readonly isNew: boolean
}

/** Reads the address of an editing page. A section or an entry that does not exist is not found. */
export async function findSection({ params, request, context }: Pick<LoaderFunctionArgs, 'params' | 'request' | 'context'>): Promise<SectionFound> {
  const section = sectionKeys.find((key) => key === params['section'])
  if (section === undefined) throw data(null, { status: 404 })
  const office = await findOfficeItem(context, params)
  const asked = new URL(request.url).searchParams.get('at')?.split('.') ?? []
  const isNew = asked.at(-1) === 'new'
  const at = isNew ? [...asked.slice(0, -1), String(listOf(valueAt(office.item, asked.slice(0, -1))).length)] : asked
  if (fieldsAt(sections[section], asked) === undefined || (asked.length > 0 && !isNew && valueAt(office.item, at) === undefined)) throw data(null, { status: 404 })
  return { office, lookups: await findLookups(context, office.item), section, at, isNew }
}

/** The fields of the page. */
export function fieldsOf({ section, at }: SectionFound): Fields {
  return fieldsAt(sections[section], at) ?? {}
}

/** The values that the page shows: those of the entry or of the whole record; a new entry starts blank. */
export function valuesOf(found: SectionFound): unknown {
  return found.isNew ? listAt(sections[found.section], found.at)?.blank : valueAt(found.office.item, found.at)
}

/** A list of the page whose entries have pages of their own. */
export interface EntryList {
  readonly path: Path
  readonly entries: readonly { readonly at: Path; readonly title: string; readonly entry: unknown }[]
  /** What the list says of each entry beside its title: elements with their shapes. */
  readonly shown: readonly (readonly [element: string, shape: Shape])[]
}

/** The lists of the page whose entries have pages of their own, also those inside a group. */
export function entryListsOf(found: SectionFound): readonly EntryList[] {
  return listsIn(fieldsOf(found), found.at).map(({ path, shape }) => ({
    path,
    entries: listOf(valueAt(found.office.item, path)).map((entry, place) => ({ at: [...path, String(place)], title: entryTitle(entry) || say('section.entry', { place: place + 1 }), entry })),
    shown: shape.shown.flatMap((element) => (shape.fields[element] === undefined ? [] : [[element, shape.fields[element]] as const])),
  }))
}

/** How many entries the lists of a section have; undefined for a section without lists. */
export function entryCount(item: unknown, section: SectionKey): number | undefined {
  const lists = listsIn(sections[section], [])
  return lists.length === 0 ? undefined : lists.reduce((sum, { path }) => sum + listOf(valueAt(item, path)).length, 0)
}

function listsIn(fields: Fields, path: Path): readonly { readonly path: Path; readonly shape: Entries }[] {
  return Object.entries(fields).flatMap(([element, shape]) => {
    if (shape.kind === 'entries') return [{ path: [...path, element], shape }]
    return shape.kind === 'group' ? listsIn(shape.fields, [...path, element]) : []
  })
}
