import { Checkbox, type Choice, Radios } from '#ui/choices.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import type { CommandField } from './command-forms.ts'
import type { Typed } from './command-input.ts'
import { say } from './text.ts'

interface CommandFieldsProps {
  readonly fields: readonly CommandField[]
  readonly typed?: Typed | undefined
  readonly problems?: readonly FieldProblem[] | undefined
  /** Options that depend on the case, by the name of the field. */
  readonly choices?: Readonly<Record<string, readonly Choice[]>> | undefined
}

/** The fields of a command, each with its label, hint and error. */
export function CommandFields({ fields, typed = {}, problems = [], choices = {} }: CommandFieldsProps) {
  return fields.map((field) => (
    <div key={field.name} className={field.onlyFor ? `mt only-${field.onlyFor}` : 'mt'}>
      <OneField field={field} value={typed[field.name]} error={problems.find((problem) => problem.id === field.name)?.text} choices={choices[field.name] ?? []} />
    </div>
  ))
}

interface OneFieldProps {
  readonly field: CommandField
  readonly value: string | undefined
  readonly error: string | undefined
  readonly choices: readonly Choice[]
}

function OneField({ field, value, error, choices }: OneFieldProps) {
  const { name, label, hint, optional } = field
  if (field.kind === 'check') return <Checkbox name={name} label={label} hint={hint} checked={value === 'yes'} />
  if (field.kind === 'radios') return <Radios name={name} legend={label} hint={hint} error={error} options={field.options} value={value} />
  return (
    <Field id={name} label={label} hint={hint} error={error} optional={optional} unit={field.kind === 'days' ? say('unit.workingDays') : undefined}>
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
          case 'select':
            return <Select {...ids} name={name} options={field.options} defaultValue={value} />
          case 'chosen':
            return <Select {...ids} name={name} options={choices} defaultValue={value} />
          default:
            return <TextInput {...ids} name={name} defaultValue={value} />
        }
      }}
    </Field>
  )
}
