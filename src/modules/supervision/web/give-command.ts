import { data, redirect, type RouterContextProvider } from 'react-router'
import type { InputOf, OperationName } from '#app'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { attempt } from '#web/call.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import type { CommandForms } from './command-forms.ts'
import { say } from './portal-text.ts'

/** A form that came back: what is wrong, and what was typed. */
export interface FormRefused {
  readonly command: string
  readonly title: string
  readonly problems: readonly FieldProblem[]
  readonly typed: Readonly<Record<string, string>>
}

interface Sent {
  readonly forms: CommandForms
  readonly number: string
  readonly back: string
}

/** Gives the command that a form names, and goes back to the page; a refusal comes back to its form. */
export async function giveCommand(context: Readonly<RouterContextProvider>, request: Request, { forms, number, back }: Sent) {
  const form = await request.formData()
  const command = textOf(form, 'command') ?? ''
  const chosen = Object.hasOwn(forms, command) ? forms[command] : undefined
  if (chosen === undefined) return redirect(back, 303)
  const typed = Object.fromEntries(chosen.fields.map(({ name }) => [name, textOf(form, `${command}-${name}`) ?? '']))
  const given = Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== '' || chosen.fields.some((field) => field.name === name && field.as === 'area')))
  const answer = await attempt(context, chosen.operation, { number, ...given } as unknown as InputOf<OperationName>, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(back, 303)
  const problems = answer.refusal.fields.map(({ pointer, title }) => {
    const name = pointer.slice(1)
    return { id: `${command}-${name}`, text: say('problem', { label: chosen.fields.find((field) => field.name === name)?.label ?? name, title }) }
  })
  return data<FormRefused>({ command, title: answer.refusal.title, problems, typed }, { status: statusOf(answer.refusal.kind) })
}
