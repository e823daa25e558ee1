import type { OutputOf } from '#app'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { type KnownFacts, prefilled, type Prefilled } from '../prefill.ts'
import { say } from './text.ts'
import type { Typed } from './typed.ts'

type Sections = OutputOf<'catalogue.get-guide'>['form']['sections']
type FormField = Sections[number]['fields'][number]

interface ApplicationFieldsProps {
  readonly sections: Sections
  /** What the register knows of the applicant, by the name of a field's `prefill`. */
  readonly facts: KnownFacts
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
}

/** The application form of an item, made from its record. Names are `form-<key>`, the pointers of the operation. */
export function ApplicationFields({ sections, facts, typed, problems }: ApplicationFieldsProps) {
  return sections.map((section) => (
    <section key={section.key} className="chk">
      <h3>{section.title}</h3>
      <div className="desk-fields">
        {section.fields.map((field) => (
          <OneField key={field.key} field={field} known={prefilled(field, facts)} values={typed[`form-${field.key}`] ?? []} error={problems.find(({ id }) => id === `form-${field.key}`)?.text} />
        ))}
      </div>
    </section>
  ))
}

interface OneFieldProps {
  readonly field: FormField
  readonly known: Prefilled | undefined
  readonly values: readonly string[]
  readonly error: string | undefined
}

function OneField({ field, known, values, error }: OneFieldProps) {
  const name = `form-${field.key}`
  const options = field.options.map(({ key, label }) => ({ value: key, label }))
  const group = { name, legend: field.label, hint: field.hint, error }
  if (field.type === 'multiselect') return <Checkboxes {...group} options={options} values={values} />
  if (field.type === 'yesno') return <Radios {...group} options={[{ value: 'yes', label: say('yes') }, { value: 'no', label: say('no') }]} value={values[0]} tiles />
  const text = known?.fixed ? known.value : (values[0] ?? known?.value)
  const source = known !== undefined && text === known.value ? say(`known.from.${known.from}`) : null
  return (
    <Field id={name} label={field.label} hint={[source, field.hint].filter((part) => part !== null).join('。')} error={error} unit={field.unit ?? undefined} optional={!field.required}>
      {(ids) => {
        const control = { ...ids, name, defaultValue: text }
        switch (field.type) {
          case 'textarea':
            return <TextArea {...control} rows={2} />
          case 'select':
            return <Select {...control} options={[{ value: '', label: say('choose') }, ...options]} />
          case 'date':
            return <DateInput {...control} />
          case 'number':
          case 'integer':
          case 'money':
          case 'area':
            return <TextInput {...control} inputMode="decimal" width={8} />
          case 'phone':
            return <TextInput {...control} readOnly={known?.fixed} inputMode="tel" autoComplete="off" />
          default:
            return <TextInput {...control} readOnly={known?.fixed} autoComplete="off" />
        }
      }}
    </Field>
  )
}
