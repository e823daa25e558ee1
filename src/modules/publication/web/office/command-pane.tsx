import { Actions, Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/choices.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { say, wordOf } from '../text.ts'
import { type FormCommand, recordForm, type RecordField } from './record-forms.ts'

export interface CommandRefused {
  readonly command: string
  readonly title: string
  readonly problems: readonly FieldProblem[]
  readonly typed: Readonly<Record<string, string>>
}

interface CommandPaneProps {
  readonly number: string
  readonly command: FormCommand
  readonly requestKey: string
  readonly today: string
  readonly hasPhones: boolean
  readonly refused: CommandRefused | undefined
}

/** One step that may be taken now, as a form of its own. */
export function CommandPane({ number, command, requestKey, today, hasPhones, refused }: CommandPaneProps) {
  const { fields, over } = recordForm(command)
  return (
    <Pane id={command} title={wordOf('commands', command)}>
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      <form action={`/publication-office/records/${number}`} method="post">
        <input type="hidden" name="command" value={command} />
        <input type="hidden" name="key" value={`${command}-${requestKey}`} />
        {fields
          .filter(({ name }) => name !== 'phonesArePublic' || hasPhones)
          .map((field) => (
            <CommandField key={field.name} command={command} field={field} today={today} refused={refused} />
          ))}
        {fields.length === 0 ? <p>{say(command === 'publish' ? 'publish.note' : 'submit.note')}</p> : null}
        <Actions>
          <Button kind={over ? 'over' : 'first'}>{wordOf('commands', command)}</Button>
        </Actions>
      </form>
    </Pane>
  )
}

function CommandField({ command, field, today, refused }: { readonly command: FormCommand; readonly field: RecordField; readonly today: string; readonly refused: CommandRefused | undefined }) {
  const { name, label, hint, as, optional, options = [] } = field
  const id = `${command}-${name}`
  const error = refused?.problems.find((problem) => problem.id === id)?.text
  const value = refused?.typed[name]
  if (as === 'check') return <Checkbox name={id} label={label} checked={value === 'yes'} />
  if (as === 'day') return <DateField id={id} name={id} label={label} error={error} max={today} defaultValue={value ?? today} />
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(ids) => {
        if (as === 'select') return <Select {...ids} name={id} defaultValue={value} options={options} />
        return as === 'area' ? <TextArea {...ids} name={id} rows={3} maxLength={1000} defaultValue={value} /> : <TextInput {...ids} name={id} maxLength={1000} defaultValue={value} />
      }}
    </Field>
  )
}
