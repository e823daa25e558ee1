import type { InputOf, OutputOf } from '#app'
import { textOf } from '#web/form-fields.ts'
import type { Filled, Question } from './questions.tsx'
import { say } from './record-text.ts'
import { choicesOf } from './text.ts'

type Unit = OutputOf<'organisation.get-unit'>
type Fields = Omit<InputOf<'organisation.change-unit'>, 'unitId'>

/** The questions about a unit; key and kind are asked of a new one only. */
export function unitQuestions(units: readonly Pick<Unit, 'id' | 'shortName'>[], isNew: boolean): readonly Question[] {
  const parents = [{ value: '', label: say('unit.parent.none') }, ...units.map(({ id, shortName }) => ({ value: id, label: shortName }))]
  const first: readonly Question[] = [
    { name: 'id', label: say('unit.id'), hint: say('unit.id.hint'), kind: 'line' },
    { name: 'kind', label: say('unit.kind'), kind: 'choice', options: choicesOf('unitKinds').filter(({ value }) => value !== 'office') },
  ]
  return [
    ...(isNew ? first : []),
    { name: 'name', label: say('unit.name'), kind: 'line' },
    { name: 'shortName', label: say('unit.shortName'), kind: 'line', width: 16 },
    { name: 'parentId', label: say('unit.parentId'), kind: 'choice', options: parents, optional: true },
    { name: 'regionCode', label: say('unit.regionCode'), hint: say('unit.regionCode.hint'), kind: 'line', width: 16 },
    { name: 'level', label: say('unit.level'), kind: 'choice', options: choicesOf('exerciseLevels') },
    { name: 'creditCode', label: say('unit.creditCode'), kind: 'line' },
    { name: 'management', label: say('unit.management'), kind: 'choice', options: choicesOf('managementKinds') },
    { name: 'consult', label: say('unit.consult'), hint: say('phone.hint'), kind: 'line', width: 16 },
    { name: 'complaint', label: say('unit.complaint'), hint: say('phone.hint'), kind: 'line', width: 16 },
  ]
}

/** What was filled in, as the operations take it; they check it. */
export function unitInput(form: FormData): Fields {
  const text = (name: string): string => textOf(form, name) ?? ''
  return {
    name: text('name'),
    shortName: text('shortName'),
    parentId: text('parentId') === '' ? null : text('parentId'),
    regionCode: text('regionCode'),
    level: text('level') as Fields['level'],
    creditCode: text('creditCode').toUpperCase(),
    management: text('management') as Fields['management'],
    phones: { consult: text('consult'), complaint: text('complaint') },
  }
}

/** A unit as the form shows it. */
export function unitFilled({ name, shortName, parentId, regionCode, level, creditCode, management, phones }: Unit): Filled {
  return { name, shortName, parentId: parentId ?? '', regionCode, level, creditCode, management, ...phones }
}
