import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, FileInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { say, wordOf } from '../text.ts'
import { eventForm, type FormCommand, type FormField } from './event-forms.ts'

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
  readonly refused: CommandRefused | undefined
  /** What stands in a field at first. */
  readonly proposed: Readonly<Record<string, string>>
  readonly departments: readonly { readonly value: string; readonly label: string }[]
}

/** One step that may be taken now, as a form of its own. */
export function CommandPane(props: CommandPaneProps) {
  const { number, command, requestKey, refused } = props
  const { fields, over } = eventForm(command)
  const hasPhoto = fields.some(({ as }) => as === 'photo')
  return (
    <Pane id={command} title={wordOf('commands', command)}>
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      <form action={`/grid-office/events/${number}`} method="post" encType={hasPhoto ? 'multipart/form-data' : undefined}>
        <input type="hidden" name="command" value={command} />
        <input type="hidden" name="key" value={`${command}-${requestKey}`} />
        {fields.map((field) => (
          <CommandField key={field.name} {...props} field={field} />
        ))}
        <Actions>
          <Button kind={over ? 'over' : 'first'}>{wordOf('commands', command)}</Button>
        </Actions>
      </form>
    </Pane>
  )
}

function CommandField({ command, refused, proposed, departments, field }: CommandPaneProps & { readonly field: FormField }) {
  const { name, label, hint, as, optional, options } = field
  const id = `${command}-${name}`
  const error = refused?.problems.find((problem) => problem.id === id)?.text
  const value = refused?.typed[name] ?? proposed[name]
  if (as === 'radios') return <Radios name={id} legend={label} hint={hint} error={error} options={options ?? []} value={value} />
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(ids) => {
        if (as === 'area') return <TextArea {...ids} name={id} rows={3} maxLength={1000} defaultValue={value} />
        if (as === 'photo') return <FileInput {...ids} name={id} accept="image/jpeg,image/png,image/webp" capture={command === 'verify' ? 'environment' : undefined} />
        if (as === 'date') return <DateInput {...ids} name={id} defaultValue={value} />
        if (as === 'select' || as === 'units') return <Select {...ids} name={id} defaultValue={value} options={[{ value: '', label: say('choose') }, ...(options ?? departments)]} />
        if (as === 'place') return <TextInput {...ids} name={id} defaultValue={value} data-place="" inputMode="decimal" />
        return <TextInput {...ids} name={id} defaultValue={value} {...(as === 'number' && { inputMode: 'numeric' as const, width: 4 as const })} />
      }}
    </Field>
  )
}
