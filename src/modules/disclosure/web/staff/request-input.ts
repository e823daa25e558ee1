import { dayOf, textOf, textsOf } from '#web/form-fields.ts'
import { recordOf } from '../record-fields.tsx'
import { type FormCommand, requestForm } from './request-forms.ts'

/** Everything that was typed into the form of a command, files apart; ticked boxes with a comma between. */
export function typedIn(command: FormCommand, form: FormData): Readonly<Record<string, string>> {
  const typed = requestForm(command).fields.filter(({ as }) => as !== 'file')
  const kind = command === 'draft-answer' ? { kind: textOf(form, 'draft-answer-kind') ?? '' } : {}
  return { ...kind, ...Object.fromEntries(typed.map(({ name, as }) => [name, as === 'day' ? dayOf(form, `${command}-${name}`) : textsOf(form, `${command}-${name}`).join(',').trim()])) }
}

/** The input of the operation; fields left empty are left out. */
export function inputOf(command: FormCommand, typed: Readonly<Record<string, string>>, form: FormData): Record<string, unknown> {
  if (command === 'clarify') return { record: recordOf(typed) }
  const given = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
  return command === 'draft-answer' ? { ...given, fileIds: [...textsOf(form, 'draft-answer-fileIds')] } : given
}

/** The control of the form that a pointer into the input means. */
export function fieldOf(command: FormCommand, pointer: string): string {
  const path = pointer.slice(1)
  return `${command}-${command === 'clarify' ? path.replaceAll('/', '-') : (path.split('/')[0] ?? '')}`
}
