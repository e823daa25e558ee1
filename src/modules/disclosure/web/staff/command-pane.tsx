import type { ReactNode } from 'react'
import { Actions, Button } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { FileInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { say, wordOf } from '../text.ts'
import { type FormCommand, type FormField, requestForm } from './request-forms.ts'

interface CommandRefused {
  readonly command: string
  readonly title: string
  readonly problems: readonly FieldProblem[]
  readonly typed: Readonly<Record<string, string>>
}

interface CommandPaneProps {
  readonly number: string
  readonly command: FormCommand
  readonly requestKey: string
  /** Of the application as it is shown. */
  readonly version: number
  readonly refused: CommandRefused | undefined
  /** Options that depend on the application: open consultations, excerpts. */
  readonly choices: Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>
  /** Fewer fields than the command has, and what was chosen before. */
  readonly fields?: readonly FormField[] | undefined
  readonly chosen?: Readonly<Record<string, string>> | undefined
  /** Stands above the form. */
  readonly head?: ReactNode
  /** What stands in a field at first. */
  readonly proposed: Readonly<Record<string, string>>
}

/** One step that may be taken now, as a form of its own. */
export function CommandPane(props: CommandPaneProps) {
  const { number, command, requestKey, version, refused, chosen = {} } = props
  const { note, over } = requestForm(command)
  const { fields = requestForm(command).fields } = props
  const hasFile = fields.some(({ as }) => as === 'file')
  return (
    <Pane id={command} title={wordOf('commands', command)}>
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      {props.head}
      <form action={`/disclosure-office/requests/${number}`} method="post" encType={hasFile ? 'multipart/form-data' : undefined}>
        <input type="hidden" name="command" value={command} />
        <input type="hidden" name="key" value={`${command}-${requestKey}`} />
        <input type="hidden" name="version" value={version} />
        {Object.entries(chosen).map(([name, value]) => (
          <input key={name} type="hidden" name={`${command}-${name}`} value={value} />
        ))}
        {fields.map((field) => (
          <CommandField key={field.name} {...props} field={field} />
        ))}
        {note ? <p>{note}</p> : null}
        <Actions>
          <Button kind={over ? 'over' : 'first'}>{wordOf('commands', command)}</Button>
        </Actions>
      </form>
    </Pane>
  )
}

function CommandField({ command, refused, choices, proposed, field }: CommandPaneProps & { readonly field: FormField }) {
  const { name, label, hint, as, optional } = field
  const id = `${command}-${name}`
  const error = refused?.problems.find((problem) => problem.id === id)?.text
  const value = refused?.typed[name] ?? proposed[`${command}.${name}`]
  const options = field.options ?? choices[name] ?? []
  if (as === 'radios') return <Radios name={id} legend={label} hint={hint} error={error} options={options} value={value} />
  if (as === 'boxes') return options.length === 0 ? null : <Checkboxes name={id} legend={label} hint={hint} error={error} options={options} values={value?.split(',')} />
  if (as === 'day') return <DateField id={id} name={id} label={label} hint={hint} error={error} optional={optional} defaultValue={value} />
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(ids) => {
        if (as === 'area') return <TextArea {...ids} name={id} rows={3} defaultValue={value} />
        if (as === 'file') return <FileInput {...ids} name={id} />
        if (as === 'select') return <Select {...ids} name={id} defaultValue={value} options={[{ value: '', label: say('choose') }, ...options]} />
        return <TextInput {...ids} name={id} defaultValue={value} {...(as === 'number' && { inputMode: 'numeric', width: 4 })} />
      }}
    </Field>
  )
}
