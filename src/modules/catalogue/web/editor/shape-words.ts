import { limitWords } from '#web/limit-words.ts'
import { longDayWords } from '#web/day-words.ts'
import editor from './locales/zh-CN.json' with { type: 'json' }
import { entryTitle } from './places.ts'
import { type Fields, isValues, listOf, plainText, type ReferenceList, type Shape, valueAt } from './shape.ts'
import { say } from './text.ts'

export interface Named {
  readonly key: string
  readonly name: string
}

/** Question of an item as the editor needs it. */
export interface Question {
  readonly key: string
  readonly question: string
  readonly options: readonly { readonly key: string; readonly label: string }[]
}

/** The names behind the keys of a record: other records, and the questions of the item itself. */
export interface Lookups {
  readonly references: Readonly<Record<Exclude<ReferenceList, 'units'> | 'sharedResources', readonly Named[]>>
  readonly questions: readonly Question[]
}

/** The entries of a list that a field may name. A step is done by a department or by whichever window accepts. */
export function referencesOf({ references }: Lookups, list: ReferenceList): readonly Named[] {
  return list === 'units' ? [{ key: 'general-window', name: editor.units['general-window'] }, ...references.departments] : references[list]
}

/** A value of the record as people say it; an empty one is said to be empty. */
export function wordsOf(shape: Shape, value: unknown, lookups: Lookups): string {
  const words = plainWords(shape, value, lookups)
  return words === '' ? say('value.empty') : words
}

/** The same; an empty one has no words. */
export function plainWords(shape: Shape, value: unknown, lookups: Lookups): string {
  if (value === null || value === undefined || value === '') return ''
  switch (shape.kind) {
    case 'choice':
      return shape.words[plainText(value)] ?? plainText(value)
    case 'choices':
      return listOf(value).map((one) => shape.words[plainText(one)] ?? plainText(one)).join(say('value.join'))
    case 'yesNo':
      return say(value === true ? 'field.yes' : 'field.no')
    case 'limit':
      return isValues(value) ? limitWords({ value: Number(value['value']), unit: value['unit'] as 'WORKING_DAY' }) : ''
    case 'day':
      return longDayWords(plainText(value))
    case 'money':
      return (Number(value) / 100).toFixed(2)
    case 'reference':
      return nameOf(referencesOf(lookups, shape.list), value)
    case 'references':
      return listOf(value).map((key) => nameOf(referencesOf(lookups, shape.list), key)).join(say('value.join'))
    case 'lines':
      return listOf(value).join(say('value.join'))
    case 'condition':
      return conditionWords(value, lookups)
    case 'exempt':
      return exemptionWords(value, lookups)
    case 'group':
      return fieldWords(shape.fields, value, lookups)
    case 'rows':
    case 'entries':
      return listOf(value).map((entry) => fieldWords(shape.fields, entry, lookups)).join(say('value.join'))
    default:
      return plainText(value)
  }
}

/** An entry is said by its title, an object without one by all its values. */
function fieldWords(fields: Fields, value: unknown, lookups: Lookups): string {
  const title = entryTitle(value)
  if (title !== '') return title
  return Object.entries(fields).flatMap(([element, shape]) => plainWords(shape, valueAt(value, [element]), lookups) || []).join(say('value.join'))
}

function nameOf(list: readonly Named[], key: unknown): string {
  return list.find((one) => one.key === key)?.name ?? plainText(key)
}

/** A condition: 你要办哪一种？新办或变更. */
export function conditionWords(value: unknown, { questions }: Lookups): string {
  const clauses = listOf(value).filter(isValues).map((clause) => {
    const question = questions.find((one) => one.key === clause['question'])
    const options = listOf(clause['anyOf']).map((key) => question?.options.find((option) => option.key === key)?.label ?? plainText(key))
    return say('field.condition.clause', { question: question?.question ?? plainText(clause['question']), options: options.join(say('value.or')) })
  })
  return clauses.length === 0 ? say('field.condition.always') : clauses.join(say('value.join'))
}

function exemptionWords(value: unknown, { references }: Lookups): string {
  if (!isValues(value)) return ''
  if (value['by'] === 'SHARED_RESOURCE') return say('field.exempt.SHARED_RESOURCE', { name: nameOf(references.sharedResources, value['resource']) })
  if (value['by'] === 'CERTIFICATE_TYPE') return say('field.exempt.CERTIFICATE_TYPE', { name: nameOf(references.certificateTypes, value['certificateType']) })
  return say('field.exempt.ONLINE_FORM')
}
