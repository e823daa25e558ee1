import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { say, wordOf } from '../text.ts'
import { briefFields, type FormCommand, type FormField, orderForm } from './order-forms.ts'

export interface CommandRefused {
  readonly command: string
  readonly title: string
  readonly problems: readonly FieldProblem[]
  readonly typed: Readonly<Record<string, string>>
}

type Options = readonly { readonly value: string; readonly label: string }[]

interface CommandPaneProps {
  readonly number: string
  readonly command: FormCommand
  readonly requestKey: string
  readonly secret: boolean
  readonly refused: CommandRefused | undefined
  /** What stands in a field at first: what the classifier proposed. */
  readonly proposed: Readonly<Record<string, string>>
  /** Options that depend on the order: units, articles, items, questions of the guide. */
  readonly choices: Readonly<Record<string, Options>>
  readonly questions?: readonly { readonly key: string; readonly question: string; readonly options: Options }[]
}

/** One step that may be taken now, as a form of its own; what is not often used opens on demand. */
export function CommandPane(props: CommandPaneProps) {
  const { number, command, requestKey, secret, refused, questions = [] } = props
  const { fields, over } = orderForm(command)
  const all = command === 'dispatch' && secret ? [...fields, ...briefFields] : fields
  const hasFile = all.some(({ as }) => as === 'file')
  return (
    <Pane id={command} title={wordOf('commands', command)}>
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      <form action={`/hotline/orders/${number}`} method="post" encType={hasFile ? 'multipart/form-data' : undefined}>
        <input type="hidden" name="command" value={command} />
        <input type="hidden" name="key" value={`${command}-${requestKey}`} />
        {all.map((field) => (
          <CommandField key={field.name} {...props} field={field} />
        ))}
        {command === 'answer' ? questions.map(({ key, question, options }) => <Radios key={key} name={`a.${key}`} legend={question} options={options} value={refused?.typed[`a.${key}`]} />) : null}
        <Actions>
          <Button kind={over ? 'over' : 'first'}>{wordOf('commands', command)}</Button>
        </Actions>
      </form>
    </Pane>
  )
}

function CommandField({ command, refused, proposed, choices, field }: CommandPaneProps & { readonly field: FormField }) {
  const { name, label, hint, as, optional } = field
  const id = `${command}-${name}`
  const error = refused?.problems.find((problem) => problem.id === id)?.text
  const value = refused?.typed[name] ?? proposed[name]
  if (as === 'radios') return <Radios name={id} legend={label} hint={hint} error={error} options={field.options ?? []} value={value} />
  const options: Options = field.options ?? choices[as === 'units' ? 'units' : name] ?? []
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(ids) => {
        if (as === 'area') return <TextArea {...ids} name={id} rows={3} defaultValue={value} />
        if (as === 'file') return <FileInput {...ids} name={id} />
        if (as === 'select' || as === 'units') return <Select {...ids} name={id} defaultValue={value} options={[{ value: '', label: say('choose') }, ...options]} groups={field.groups} />
        return <TextInput {...ids} name={id} defaultValue={value} {...(as === 'number' && { inputMode: 'numeric', width: 4 })} />
      }}
    </Field>
  )
}
