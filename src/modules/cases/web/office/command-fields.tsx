import { Checkbox, Checkboxes, type Choice, Radios } from '#ui/choices.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { SignatureField } from '#ui/signature-field.tsx'
import type { Choices } from './command-choices.ts'
import type { CommandField } from './command-forms.ts'
import { drawingName, paperName, type Typed } from './command-input.ts'
import { say } from './text.ts'

interface CommandFieldsProps {
  readonly fields: readonly CommandField[]
  readonly typed?: Typed | undefined
  readonly problems?: readonly FieldProblem[] | undefined
  /** Options that depend on the case, by the name of the field. */
  readonly choices?: Choices | undefined
}

/** The fields of a command, each with its label, hint and error. */
export function CommandFields({ fields, typed = {}, problems = [], choices = {} }: CommandFieldsProps) {
  return fields.map((field) => (
    <div key={field.name} className={field.onlyFor ? `mt only-${field.onlyFor}` : 'mt'}>
      <OneField field={field} typed={typed} error={problems.find((problem) => problem.id === field.name)?.text} choices={choices[field.name] ?? []} />
    </div>
  ))
}

interface OneFieldProps {
  readonly field: CommandField
  readonly typed: Typed
  readonly error: string | undefined
  readonly choices: readonly Choice[]
}

function OneField({ field, typed, error, choices }: OneFieldProps) {
  const { name, label, hint, optional } = field
  const values = typed[name] ?? []
  const [value] = values
  if (field.kind === 'signature') {
    return (
      <SignatureField name={name} legend={label} hint={hint} error={error} defaultName={value} drawn={typed[drawingName(name)]?.[0]}>
        <Checkbox name={paperName(name)} label={say('field.signature.paper')} checked={typed[paperName(name)]?.[0] === 'yes'} />
      </SignatureField>
    )
  }
  if (field.kind === 'check') return <Checkbox name={name} label={label} hint={hint} checked={value === 'yes'} />
  if (field.kind === 'checks') return <Checkboxes name={name} legend={label} hint={hint} error={error} options={choices} values={values} tiles />
  if (field.kind === 'radios') return <Radios name={name} legend={label} hint={hint} error={error} options={field.options} value={value} />
  return (
    <Field id={name} label={label} hint={hint} error={error} optional={optional} unit={field.kind === 'days' ? say('unit.workingDays') : field.kind === 'money' ? say('unit.yuan') : undefined}>
      {(ids) => {
        switch (field.kind) {
          case 'textarea':
            return <TextArea {...ids} name={name} rows={3} defaultValue={value} />
          case 'lines':
            return <TextArea {...ids} name={name} rows={2} defaultValue={value} />
          case 'date':
            return <DateInput {...ids} name={name} defaultValue={value} />
          case 'days':
            return <TextInput {...ids} name={name} inputMode="numeric" width={4} defaultValue={value} />
          case 'money':
            return <TextInput {...ids} name={name} inputMode="decimal" width={8} defaultValue={value} />
          case 'select':
            return <Select {...ids} name={name} options={field.options} defaultValue={value} />
          case 'chosen':
            return <Select {...ids} name={name} options={optional ? [{ value: '', label: say('choice.none') }, ...choices] : choices} defaultValue={value} />
          default:
            return <TextInput {...ids} name={name} defaultValue={value} />
        }
      }}
    </Field>
  )
}
