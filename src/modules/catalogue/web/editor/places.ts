import { labelOf } from './shape-labels.ts'
import { recordFields, type SectionKey, sectionOf } from './sections.ts'
import { type Fields, isValues, type Path, plainText, type Shape, valueAt } from './shape.ts'
import { say } from './text.ts'

/** Where a place of the record is edited: the section, the entry with a page of its own (empty: the section itself), and the id of the field there. */
export interface EditingPlace {
  readonly section: SectionKey
  readonly at: Path
  readonly id: string
  /** The names of the elements on the way, in Chinese. */
  readonly label: string
}

/** Finds the page and the field of a pointer (RFC 6901) into the record; what nobody can edit leads to the first section. */
export function placeOf(pointer: string, record: unknown): EditingPlace {
  const path = pointer.split('/').slice(1)
  const [element = ''] = path
  const at = entryPathOf(path)
  return { section: sectionOf(element) ?? 'basics', at, id: path.slice(at.length).join('.'), label: labelsOn(path, record).join(say('change.path')) }
}

/** The part of a path up to the last entry that has a page of its own. */
function entryPathOf(path: Path): Path {
  let reached: Path = []
  let fields: Fields | undefined = recordFields
  for (let at = 0; at < path.length && fields !== undefined; at += 1) {
    const shape: Shape | undefined = fields[path[at] ?? '']
    if (shape?.kind === 'entries' && at + 1 < path.length) reached = path.slice(0, at + 2)
    if (shape?.kind === 'entries' || shape?.kind === 'rows') at += 1
    fields = shape !== undefined && 'fields' in shape ? shape.fields : undefined
  }
  return reached
}

function labelsOn(path: Path, record: unknown): readonly string[] {
  return path.flatMap((step, at) => {
    if (/^\d+$/.test(step)) return [entryTitle(valueAt(record, path.slice(0, at + 1))) || say('section.entry', { place: Number(step) + 1 })]
    const label = labelOf(path.slice(0, at + 1))
    return label === undefined ? [] : [label]
  })
}

/** The fields of the page at a path: those of the section, or those of the entry that the path names. Undefined where there is no such page. */
export function fieldsAt(section: Fields, at: Path): Fields | undefined {
  let fields: Fields | undefined = section
  for (let place = 0; place < at.length; place += 1) {
    const shape: Shape | undefined = fields?.[at[place] ?? '']
    if (shape === undefined || !('fields' in shape) || shape.kind === 'rows') return undefined
    if (shape.kind === 'entries') {
      place += 1
      if (!/^(\d{1,3}|new)$/.test(at[place] ?? '')) return undefined
    }
    fields = shape.fields
  }
  return fields
}

/** The shape of the list that an entry's path ends in. */
export function listAt(section: Fields, at: Path): Extract<Shape, { kind: 'entries' }> | undefined {
  const shape = fieldsAt(section, at.slice(0, -2))?.[at.at(-2) ?? '']
  return shape?.kind === 'entries' ? shape : undefined
}

/** The page above an entry: the entry around its list, or the section. */
export function aboveOf(at: Path): Path {
  return at.slice(0, at.findLastIndex((step, place) => place < at.length - 1 && /^\d+$/.test(step)) + 1)
}

/** What an entry of a list is called: its name, question, title or law. */
export function entryTitle(entry: unknown): string {
  if (!isValues(entry)) return plainText(entry)
  const named = ['name', 'question', 'title', 'label', 'law', 'text'].map((element) => entry[element]).find((value) => typeof value === 'string' && value !== '')
  return typeof named === 'string' ? named : ''
}
