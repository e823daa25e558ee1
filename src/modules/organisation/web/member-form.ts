import type { InputOf, OutputOf } from '#app'
import { call } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import type { LoaderFunctionArgs } from 'react-router'
import type { Filled, Question } from './questions.tsx'
import { say } from './record-text.ts'
import { choicesOf } from './text.ts'

type Context = LoaderFunctionArgs['context']
type Member = OutputOf<'organisation.get-staff-member'>
type Placement = Omit<InputOf<'organisation.place-staff'>, 'staffId'>
type Option = { readonly value: string; readonly label: string }

/** Where a member may sit: no hall, a hall, or one of its windows; the value is `hall` or `hall/window`. */
export async function placeOptions(context: Context): Promise<readonly Option[]> {
  const { items: halls } = await call(context, 'organisation.list-halls', { limit: 100 })
  const options = await Promise.all(
    halls.map(async (hall) => {
      const { items: windows } = await call(context, 'organisation.list-windows', { hallId: hall.id, limit: 100 })
      return [
        { value: hall.id, label: say('staff.place.hall', { hall: hall.name }) },
        ...windows.map((window) => ({ value: `${hall.id}/${window.id}`, label: say('staff.place.window', { hall: hall.name, window: window.name }) })),
      ]
    }),
  )
  return [{ value: '', label: say('staff.place.none') }, ...options.flat()]
}

/** The questions about where somebody works. */
export function placementQuestions(units: readonly { readonly id: string; readonly shortName: string }[], places: readonly Option[]): readonly Question[] {
  return [
    { name: 'unitId', label: say('staff.unitId'), kind: 'choice', options: units.map(({ id, shortName }) => ({ value: id, label: shortName })) },
    { name: 'postName', label: say('staff.postName'), kind: 'line' },
    { name: 'rank', label: say('staff.rank'), kind: 'choice', options: choicesOf('postRanks') },
    { name: 'place', label: say('staff.place'), kind: 'choice', options: places, optional: true },
  ]
}

/** The questions about somebody new. */
export function memberQuestions(units: readonly { readonly id: string; readonly shortName: string }[], places: readonly Option[]): readonly Question[] {
  return [
    { name: 'name', label: say('staff.name'), kind: 'line', width: 16 },
    { name: 'signInName', label: say('staff.signInName'), hint: say('staff.signInName.hint'), kind: 'line', width: 16 },
    ...placementQuestions(units, places),
    { name: 'from', label: say('staff.from'), kind: 'day' },
    { name: 'password', label: say('staff.password'), hint: say('staff.password.hint'), kind: 'secret' },
  ]
}

/** Where somebody is to work, as the operations take it; they check it. */
export function placementInput(form: FormData): Placement {
  const text = (name: string): string => textOf(form, name) ?? ''
  const [hallId = '', windowId] = text('place').split('/')
  return { unitId: text('unitId'), postName: text('postName'), rank: text('rank') as Placement['rank'], hallId: hallId === '' ? null : hallId, windowId: windowId ?? null }
}

/** Where a member works, as the form shows it. */
export function placementFilled({ unitId, postName, rank, hallId, windowId }: Member): Filled {
  return { unitId, postName, rank, place: hallId === null ? '' : windowId === null ? hallId : `${hallId}/${windowId}` }
}
