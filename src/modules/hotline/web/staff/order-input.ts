import { textOf } from '#web/form-fields.ts'
import { briefFields, type FormCommand, orderForm } from './order-forms.ts'

/** Everything that was typed into the form of a command. */
export function typedIn(command: FormCommand, form: FormData): Readonly<Record<string, string>> {
  const { fields } = orderForm(command)
  return Object.fromEntries([...fields, ...briefFields].filter(({ as }) => as !== 'file').map(({ name }) => [name, textOf(form, `${command}-${name}`) ?? '']))
}

/** The input of the operation; fields left empty are left out. */
export function inputOf(command: FormCommand, typed: Readonly<Record<string, string>>, form: FormData): Record<string, unknown> {
  const { assistant1, assistant2, briefTitle, briefText, implementCode, ...rest } = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
  const chosen = [...new Set([assistant1, assistant2].filter((unit) => unit !== undefined))]
  return {
    ...rest,
    ...(command === 'dispatch' && { assistants: chosen }),
    ...(command === 'dispatch' && briefTitle && briefText && { brief: { title: briefTitle, text: briefText } }),
    ...(command === 'answer' && implementCode && { application: { implementCode, answers: answersIn(form) } }),
    ...(command === 'link' && { originalNumber: textOf(form, 'original') ?? '', newFacts: false }),
  }
}

/** The same as it was sent, to stand in the form again. */
export function typedAnswers(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(answersIn(form)).map(([question, [chosen = '']]) => [`a.${question}`, chosen]))
}

/** What the caller has told of the questions of the guide. */
function answersIn(form: FormData): Record<string, string[]> {
  const questions = [...new Set(form.keys())].filter((name) => name.startsWith('a.'))
  return Object.fromEntries(questions.flatMap((name) => {
    const chosen = form.getAll(name).filter((value) => typeof value === 'string' && value !== '').map(String)
    return chosen.length === 0 ? [] : [[name.slice(2), chosen]]
  }))
}
