import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import type { CommandForms, FormField } from './command-forms.ts'
import type { FormRefused } from './give-command.ts'
import { say, type WordList, wordOf } from './portal-text.ts'

interface CommandPanesProps {
  readonly action: string
  readonly commands: readonly string[]
  readonly forms: CommandForms
  /** The list with the words of the commands. */
  readonly words: WordList
  readonly requestKey: string
  readonly refused: FormRefused | undefined
}

/** Every step that may be taken now, each as a form of its own; without one it says so. */
export function CommandPanes({ action, commands, forms, words, requestKey, refused }: CommandPanesProps) {
  const known = commands.filter((command) => Object.hasOwn(forms, command))
  const lost = refused === undefined || known.includes(refused.command) ? null : <NotGiven title={refused.title} typed={typedLines(forms[refused.command]?.fields ?? [], refused.typed)} />
  if (known.length === 0) {
    return (
      <>
        {lost}
        <Pane id="actions" title={say('actions')}>
          <p>{say('actions.none')}</p>
        </Pane>
      </>
    )
  }
  const panes = known.map((command) => {
    const back = refused?.command === command ? refused : undefined
    return (
      <Pane key={command} id={command} title={wordOf(words, command)}>
        {back ? <ErrorSummary title={back.title} problems={back.problems} /> : null}
        <form action={action} method="post">
          <input type="hidden" name="command" value={command} />
          <input type="hidden" name="key" value={`${command}-${requestKey}`} />
          {forms[command]?.fields.map((field) => (
            <FormControl key={field.name} id={`${command}-${field.name}`} field={field} value={back?.typed[field.name]} error={back?.problems.find(({ id }) => id === `${command}-${field.name}`)?.text} />
          ))}
          <Actions>
            <Button kind={forms[command]?.over ? 'over' : 'first'}>{wordOf(words, command)}</Button>
          </Actions>
        </form>
      </Pane>
    )
  })
  return (
    <>
      {lost}
      {panes}
    </>
  )
}

interface FormControlProps {
  readonly id: string
  /** The name that is sent, where the same form stands on the page more than once; else the id. */
  readonly name?: string
  readonly field: FormField
  readonly value?: string | undefined
  readonly error?: string | undefined
}

/** One field of a form. */
export function FormControl({ id, name = id, field, value, error }: FormControlProps) {
  const { label, hint, as, options = [], optional } = field
  if (as === 'radios') return <Radios name={name} legend={label} hint={hint} error={error} options={options} value={value} />
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(ids) => {
        if (as === 'area') return <TextArea {...ids} name={name} rows={3} maxLength={1000} defaultValue={value} />
        if (as === 'select') return <Select {...ids} name={name} width={16} defaultValue={value} options={[{ value: '', label: say('choose') }, ...options]} />
        return <TextInput {...ids} name={name} width={16} defaultValue={value} />
      }}
    </Field>
  )
}
