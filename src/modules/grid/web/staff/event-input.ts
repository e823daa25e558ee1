import { fileOf, textOf } from '#web/form-fields.ts'
import { placeIn } from '../place-text.ts'
import { eventForm, type FormCommand } from './event-forms.ts'

/** Everything that was typed into the form of a command. */
export function typedIn(command: FormCommand, form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(eventForm(command).fields.filter(({ as }) => as !== 'photo').map(({ name }) => [name, textOf(form, `${command}-${name}`) ?? '']))
}

/** The input of the operation; fields left empty are left out, and a place is told as longitude and latitude. */
export function inputOf(typed: Readonly<Record<string, string>>): Record<string, unknown> {
  const { place, ...rest } = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
  return place === undefined ? rest : { ...rest, ...placeIn(place) }
}

export function photoIn(command: FormCommand, form: FormData): File | undefined {
  return fileOf(form, `${command}-photo`)
}
