import { Checkbox, Checkboxes } from '#ui/choices.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { type ControlIds, Field } from '#ui/field.tsx'
import { type ControlWidth, DateInput, Select, type SelectOption, TextArea, TextInput } from '#ui/inputs.tsx'
import type { RefusalShown } from '#web/refusals.ts'
import { say } from './record-text.ts'

/** One question of a plain form. `name` is also its id, and the end of the pointer to the field of the operation's input. */
export interface Question {
  readonly name: string
  readonly label: string
  readonly kind: 'line' | 'lines' | 'choice' | 'day' | 'secret' | 'tick' | 'ticks'
  readonly hint?: string
  readonly options?: readonly SelectOption[]
  readonly width?: ControlWidth
  readonly unit?: string
  readonly optional?: boolean
}

export type Filled = Readonly<Record<string, string | readonly string[] | undefined>>

interface QuestionsProps {
  readonly questions: readonly Question[]
  readonly filled: Filled
  readonly problems: readonly FieldProblem[]
}

/** The questions of a form, one below the other, with what was filled in and what is wrong with it. */
export function Questions({ questions, filled, problems }: QuestionsProps) {
  return questions.map((question) => <Asked key={question.name} question={question} value={filled[question.name]} error={problems.find(({ id }) => id === question.name)?.text} />)
}

interface AskedProps {
  readonly question: Question
  readonly value: Filled[string]
  readonly error: string | undefined
}

function Asked({ question, value, error }: AskedProps) {
  const { name, label, kind, hint, options = [], unit, optional } = question
  if (kind === 'tick') return <Checkbox name={name} label={label} hint={hint} checked={value === 'yes'} />
  if (kind === 'ticks') return <Checkboxes name={name} legend={label} hint={hint} error={error} options={options} values={typeof value === 'object' ? value : []} tiles />
  return (
    <Field id={name} label={label} hint={hint} error={error} unit={unit} optional={optional}>
      {(ids) => <Control question={question} ids={ids} value={typeof value === 'string' ? value : ''} />}
    </Field>
  )
}

function Control({ question: { name, kind, options = [], width = 24, optional }, ids, value }: { readonly question: Question; readonly ids: ControlIds; readonly value: string }) {
  const shared = { ...ids, name, defaultValue: value, required: optional !== true }
  switch (kind) {
    case 'lines':
      return <TextArea {...shared} rows={5} />
    case 'choice':
      return <Select {...shared} width={width} options={options} />
    case 'day':
      return <DateInput {...shared} />
    case 'secret':
      return <TextInput {...ids} name={name} type="password" autoComplete="new-password" width={width} required />
    default:
      return <TextInput {...shared} width={width} />
  }
}

/** What was answered, in words. */
export function answerWords({ kind, options = [] }: Question, value: Filled[string]): string {
  if (kind === 'tick') return say(value === 'yes' ? 'answer.yes' : 'answer.no')
  const chosen = typeof value === 'object' ? value : [value ?? '']
  return chosen.map((one) => options.find((option) => option.value === one)?.label ?? one).join('、') || say('answer.none')
}

/** The lines of the error summary of a form that was refused. */
export function questionProblems(refusal: RefusalShown, questions: readonly Question[]): readonly FieldProblem[] {
  const first = questions[0]?.name ?? ''
  if (refusal.fields.length === 0) return [{ id: first, text: refusal.title }]
  return refusal.fields.map(({ pointer, code, title }) => {
    const parts = pointer.split('/').slice(1)
    const asked = questions.find(({ name }) => parts.includes(name))
    return { id: asked?.name ?? first, text: code.includes('.') ? title : say('check', { label: asked?.label ?? '' }) }
  })
}

/** What was sent, to be shown again; a password is never sent back. */
export function filledOf(form: FormData, questions: readonly Question[]): Filled {
  return Object.fromEntries(
    questions.flatMap(({ name, kind }): readonly (readonly [string, Filled[string]])[] => {
      if (kind === 'secret') return []
      const values = form.getAll(name).filter((value) => typeof value === 'string')
      return [[name, kind === 'ticks' ? values : values[0]?.trim()]]
    }),
  )
}
