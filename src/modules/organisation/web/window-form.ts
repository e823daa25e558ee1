import type { InputOf, OutputOf } from '#app'
import { textOf, textsOf } from '#web/form-fields.ts'
import type { Filled, Question } from './questions.tsx'
import { say } from './record-text.ts'

type Window = OutputOf<'organisation.get-window'>
type Hall = OutputOf<'organisation.get-hall'>
type Fields = Omit<InputOf<'organisation.change-window'>, 'windowId'>

/** The questions about a window of a hall. */
export function windowQuestions(zones: Hall['zones'], units: readonly { readonly id: string; readonly shortName: string }[]): readonly Question[] {
  return [
    { name: 'zone', label: say('window.zone'), kind: 'choice', options: zones.map(({ key, name }) => ({ value: key, label: name })) },
    { name: 'number', label: say('window.number'), kind: 'line', width: 4 },
    { name: 'name', label: say('window.name'), kind: 'line', width: 16 },
    { name: 'lowCounter', label: say('window.lowCounter'), hint: say('window.lowCounter.hint'), kind: 'tick' },
    { name: 'takes', label: say('window.takes'), kind: 'choice', options: [{ value: 'all', label: say('window.general') }, { value: 'units', label: say('window.takes.dedicated') }] },
    { name: 'units', label: say('window.units'), hint: say('window.units.hint'), kind: 'ticks', options: units.map(({ id, shortName }) => ({ value: id, label: shortName })) },
  ]
}

/** What was filled in, as the operations take it; they check it. */
export function windowInput(form: FormData): Fields {
  const text = (name: string): string => textOf(form, name) ?? ''
  return { zone: text('zone'), number: Number(text('number')), name: text('name'), lowCounter: text('lowCounter') === 'yes', units: text('takes') === 'units' ? [...textsOf(form, 'units')] : 'all' }
}

/** A window as the form shows it. */
export function windowFilled({ zone, number, name, lowCounter, scope }: Window): Filled {
  const takes = scope.kind === 'all' ? 'all' : 'units'
  return { zone, number: String(number), name, lowCounter: lowCounter ? 'yes' : '', takes, units: scope.kind === 'all' ? [] : scope.units }
}
