import { Checkboxes, Radios } from './choices.tsx'
import { type ControlIds, Field } from './field.tsx'
import { DateInput, Select, TextArea, TextInput } from './inputs.tsx'
import { joined, partText } from './text.ts'

/** A question of an application form, as the record of an item describes it. */
interface AskedField {
  readonly label: string
  /** `select`, `multiselect`, `yesno`, `date` and the kinds of text; an unknown kind is a line of text. */
  readonly type: string
  readonly required: boolean
  readonly maxLength: number | null
  readonly unit: string | null
  readonly hint: string | null
  readonly options: readonly { readonly key: string; readonly label: string }[]
}

/** What the office knows already: its value, whence it comes in words, and whether it may be typed over. */
export interface KnownValue {
  readonly value: string
  readonly source: string
  readonly fixed: boolean
}

interface FormControlProps {
  readonly id: string
  readonly field: AskedField
  readonly value?: string | number | boolean | readonly string[] | undefined
  readonly known?: KnownValue | undefined
  readonly error?: string | undefined
}

/** Few options are read faster as radio buttons than in a list that must be opened. */
const fewOptions = 5

/** The control that fits the kind of a field, filled with what the office knows. A value of the register cannot be typed over. */
export function FormControl({ id, field, value, known, error }: FormControlProps) {
  const options = field.options.map((option) => ({ value: option.key, label: option.label }))
  const group = { name: id, legend: field.label, ...(field.hint === null ? {} : { hint: field.hint }), error }
  const given = typeof value === 'string' ? value : undefined
  const text = (known?.fixed ? known.value : (given ?? known?.value)) ?? ''
  const source = known !== undefined && text === known.value ? known.source : undefined
  if (field.type === 'multiselect') return <Checkboxes {...group} options={options} values={Array.isArray(value) ? value : []} tiles />
  if (field.type === 'yesno') return <Radios {...group} options={[{ value: 'yes', label: partText('yes') }, { value: 'no', label: partText('no') }]} value={text} tiles />
  if (field.type === 'select' && options.length <= fewOptions) return <Radios {...group} options={options} value={text} tiles />
  return (
    <Field id={id} label={field.label} hint={hintOf(field.hint, source)} error={error} unit={field.unit ?? undefined} optional={!field.required}>
      {(ids) => (field.type === 'select' ? <Select {...ids} name={id} options={[{ value: '', label: partText('choose') }, ...options]} defaultValue={text} width={16} /> : <TextControl ids={ids} field={field} value={text} readOnly={known?.fixed} />)}
    </Field>
  )
}

function hintOf(hint: string | null, source: string | undefined): string | undefined {
  return joined('sentences', [source, hint].filter((part) => part !== undefined && part !== null)) || undefined
}

interface TextControlProps {
  readonly ids: ControlIds
  readonly field: AskedField
  readonly value: string
  readonly readOnly: boolean | undefined
}

function TextControl({ ids, field, value, readOnly }: TextControlProps) {
  const shared = { ...ids, name: ids.id, defaultValue: value, readOnly, required: field.required, maxLength: field.maxLength ?? undefined }
  switch (field.type) {
    case 'textarea':
      return <TextArea {...shared} />
    case 'date':
      return <DateInput {...ids} name={ids.id} defaultValue={value} required={field.required} />
    case 'integer':
      return <TextInput {...shared} inputMode="numeric" width={8} />
    case 'number':
    case 'money':
    case 'area':
      return <TextInput {...shared} inputMode="decimal" width={8} />
    case 'phone':
      return <TextInput {...shared} type="tel" autoComplete="tel" width={16} />
    case 'personName':
      return <TextInput {...shared} autoComplete="name" width={16} />
    case 'identityNumber':
    case 'creditCode':
      return <TextInput {...shared} autoComplete="off" width={24} />
    case 'address':
      return <TextInput {...shared} autoComplete="address-line1" />
    default:
      return <TextInput {...shared} width={24} />
  }
}
