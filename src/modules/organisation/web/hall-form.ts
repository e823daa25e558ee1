import type { InputOf, OutputOf } from '#app'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { textOf } from '#web/form-fields.ts'
import { hoursText, readHours, readZones, zonesText } from './hall-lines.ts'
import type { Filled, Question } from './questions.tsx'
import { say } from './record-text.ts'
import { choicesOf, say as sayOffice } from './text.ts'

type Hall = OutputOf<'organisation.get-hall'>
type Fields = Omit<InputOf<'organisation.change-hall'>, 'hallId'>

/** The questions about a hall; the key is asked of a new one only. */
export function hallQuestions(units: readonly { readonly id: string; readonly shortName: string }[], isNew: boolean): readonly Question[] {
  return [
    ...(isNew ? [{ name: 'id', label: say('unit.id'), hint: say('unit.id.hint'), kind: 'line' } as const] : []),
    { name: 'name', label: sayOffice('halls.name'), kind: 'line' },
    { name: 'kind', label: say('unit.kind'), kind: 'choice', options: choicesOf('hallKinds') },
    { name: 'unitId', label: say('hall.unitId'), kind: 'choice', options: units.map(({ id, shortName }) => ({ value: id, label: shortName })) },
    { name: 'regionCode', label: say('unit.regionCode'), hint: say('unit.regionCode.hint'), kind: 'line', width: 16 },
    { name: 'address', label: say('hall.address'), kind: 'line' },
    { name: 'areaSquareMetres', label: say('hall.areaSquareMetres'), kind: 'line', width: 8, unit: say('hall.area.unit') },
    { name: 'phone', label: say('hall.phone'), hint: say('phone.hint'), kind: 'line', width: 16 },
    { name: 'openingHours', label: say('hall.openingHours'), hint: say('hall.openingHours.hint'), kind: 'lines' },
    { name: 'zones', label: say('hall.zones'), hint: say('hall.zones.hint'), kind: 'lines' },
  ]
}

/** What was filled in, as the operations take it, or the lines that say nothing. */
export function hallInput(form: FormData): { readonly ok: true; readonly input: Fields } | { readonly ok: false; readonly problems: readonly FieldProblem[] } {
  const text = (name: string): string => textOf(form, name) ?? ''
  const [hours, zones] = [readHours(text('openingHours')), readZones(text('zones'))]
  const problems = [lineProblem('openingHours', hours.wrongLines), lineProblem('zones', zones.wrongLines)].flatMap((problem) => problem ?? [])
  if (problems.length > 0) return { ok: false, problems }
  const input = {
    name: text('name'),
    kind: text('kind') as Fields['kind'],
    unitId: text('unitId'),
    regionCode: text('regionCode'),
    address: text('address'),
    areaSquareMetres: Number(text('areaSquareMetres')),
    phone: text('phone'),
    openingHours: [...hours.found],
    zones: [...zones.found],
  }
  return { ok: true, input }
}

function lineProblem(id: 'openingHours' | 'zones', wrongLines: readonly number[]): FieldProblem | undefined {
  return wrongLines.length === 0 ? undefined : { id, text: say('check.line', { label: say(`hall.${id}`), lines: wrongLines.join('、') }) }
}

/** A hall as the form shows it. */
export function hallFilled({ name, kind, unitId, regionCode, address, areaSquareMetres, phone, openingHours, zones }: Hall): Filled {
  return { name, kind, unitId, regionCode, address, areaSquareMetres: String(areaSquareMetres), phone, openingHours: hoursText(openingHours), zones: zonesText(zones) }
}
