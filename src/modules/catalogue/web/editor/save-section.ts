import type { RouterContextProvider } from 'react-router'
import type { InputOf } from '#app'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import type { RefusalShown } from '#web/refusals.ts'
import type { OfficeItem } from './editor-found.ts'
import { placeOf } from './places.ts'
import { keyMaker, readFields } from './read-fields.ts'
import { fieldsOf, type SectionFound, valuesOf } from './section-found.ts'
import { isValues, type Values, valueAt, withEntryEarlier, withoutEntry, withValueAt } from './shape.ts'
import { say } from './text.ts'

type Draft = InputOf<'catalogue.save-draft'>['item']

/** What came of saving: the new version, or why it was not saved and what was typed. */
export type Saved = { readonly ok: true } | { readonly ok: false; readonly refusal: RefusalShown; readonly problems: readonly FieldProblem[]; readonly typed: unknown }

/** Puts what was posted into the record and saves the whole as the next draft. */
export async function saveSection(context: Readonly<RouterContextProvider>, found: SectionFound, form: FormData): Promise<Saved> {
  const { item } = found.office
  const typed = readPage(found, form)
  const changed = changedRecord(found, textOf(form, 'intent') ?? 'save', typed)
  const draft: unknown = draftOf(changed)
  const answer = await attempt(context, 'catalogue.save-draft', { implementCode: item.implementCode, item: draft as Draft, basedOn: textOf(form, 'basedOn') ?? '' })
  if (answer.ok) return { ok: true }
  return { ok: false, refusal: answer.refusal, problems: problemsOf(found, answer.refusal, changed), typed }
}

/** What the rules would say of what is being typed; nothing while it does not fit the record. Nothing is saved. */
export async function checkSection(context: Readonly<RouterContextProvider>, found: SectionFound, form: FormData): Promise<{ readonly findings: OfficeItem['findings'] } | undefined> {
  const { item } = found.office
  const draft: unknown = draftOf(changedRecord(found, 'save', readPage(found, form)))
  const answer = await attempt(context, 'catalogue.check-draft', { implementCode: item.implementCode, item: draft as Draft })
  return answer.ok ? { findings: answer.value.findings } : undefined
}

/** The record without what the store gives it. */
function draftOf({ version: _version, state: _state, effectiveFrom: _from, effectiveTo: _to, ...draft }: Values): Values {
  return draft
}

function readPage(found: SectionFound, form: FormData): unknown {
  const values = valuesOf(found)
  const letter = (found.at.at(-2) ?? 'o').charAt(0)
  const context = { questions: found.office.item.scenarios.map(({ key }) => key), newKey: keyMaker(found.office.item, letter) }
  return readFields({ form, context, path: [] }, fieldsOf(found), isValues(values) ? values : {})
}

function changedRecord({ office, at }: SectionFound, intent: string, typed: unknown): Values {
  const record: unknown = office.item
  if (intent === 'remove' && at.length > 0) return asValues(withoutEntry(record, at))
  if (intent === 'earlier' && at.length > 0) return asValues(withEntryEarlier(record, at))
  return asValues(at.length > 0 ? withValueAt(record, at, typed) : typed)
}

function asValues(value: unknown): Values {
  return isValues(value) ? value : {}
}

/** The refused fields of this page with their labels; what lies on another page is said without a link's target here. */
function problemsOf({ at }: SectionFound, refusal: RefusalShown, record: Values): readonly FieldProblem[] {
  return refusal.fields.map(({ pointer, title }) => {
    const inItem = pointer.replace(/^\/item/, '')
    const path = inItem.split('/').slice(1)
    const isHere = at.every((step, place) => path[place] === step)
    const value = valueAt(record, path)
    const problem = value === '' || value === null || value === undefined ? say('section.missing') : title
    return { id: isHere ? path.slice(at.length).join('.') : 'page', text: say('section.problem', { label: placeOf(inItem, record).label, problem }) }
  })
}
