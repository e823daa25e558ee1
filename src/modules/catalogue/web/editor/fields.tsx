import { type Choice, Checkboxes, Radios } from '#ui/choices.tsx'
import { type ControlIds, Field, FieldGroup } from '#ui/field.tsx'
import { DateInput, Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { ConditionField } from './condition-field.tsx'
import type { FieldsContext, ShapeFieldProps } from './field-props.ts'
import { fieldName } from './read-fields.ts'
import { RowsField } from './rows-field.tsx'
import { type Fields, isValues, listOf, type Path, plainText, type Shape, valueAt } from './shape.ts'
import { hintOf, labelOf } from './shape-labels.ts'
import { type Lookups, type Named, referencesOf } from './shape-words.ts'
import { say } from './text.ts'

/** The fields of an object of the record, in the order of their shapes. */
export function ShapeFields({ fields, values, path = [], context }: { readonly fields: Fields; readonly values: unknown; readonly path?: Path; readonly context: FieldsContext }) {
  return Object.entries(fields).map(([element, shape]) => <ShapeField key={element} shape={shape} value={valueAt(values, [element])} path={[...path, element]} context={context} />)
}

function ShapeField(props: ShapeFieldProps) {
  const { shape, value, path, context } = props
  switch (shape.kind) {
    case 'key':
    case 'entries':
      return null
    case 'group':
      return <ShapeFields fields={shape.fields} values={value} path={path} context={context} />
    case 'rows':
      return (
        <RowsField {...props} shape={shape}>
          {(row, place) => <ShapeFields fields={shape.fields} values={row} path={[...path, place]} context={context} />}
        </RowsField>
      )
    case 'condition':
      return <ConditionField {...props} />
    case 'limit':
      return <LimitField {...props} optional={shape.optional} />
    case 'yesNo':
      return <Radios {...groupProps(props)} options={yesNo} value={value === true ? 'yes' : 'no'} />
    case 'choices':
      return <Checkboxes {...groupProps(props)} options={choicesOf(shape.words)} values={listOf(value).map(plainText)} />
    case 'references':
      return <ReferencesField {...props} list={referencesOf(context.lookups, shape.list)} />
    default:
      return <OneControl {...props} />
  }
}

const yesNo: readonly Choice[] = [
  { value: 'yes', label: say('field.yes') },
  { value: 'no', label: say('field.no') },
]

function choicesOf(list: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(list).map(([value, label]) => ({ value, label }))
}

function namesOf({ path, context }: Pick<ShapeFieldProps, 'path' | 'context'>) {
  const whole = [...context.above, ...path]
  const id = fieldName(path)
  return { id, label: labelOf(whole) ?? '', hint: hintOf(whole), error: context.errorOf(id) }
}

function groupProps(props: ShapeFieldProps) {
  const { id, label, hint, error } = namesOf(props)
  return { name: id, legend: label, hint, error }
}

function isOptional(shape: Shape): boolean {
  return 'optional' in shape && shape.optional === true
}

/** A field with one control. */
function OneControl(props: ShapeFieldProps) {
  const { id, label, hint, error } = namesOf(props)
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={isOptional(props.shape)}>
      {(ids) => <Control {...props} ids={ids} />}
    </Field>
  )
}

function Control({ shape, value, path, context, ids }: ShapeFieldProps & { readonly ids: ControlIds }) {
  const shared = { ...ids, name: fieldName(path), defaultValue: textOfValue(shape, value) }
  switch (shape.kind) {
    case 'area':
      return <TextArea {...shared} rows={3} />
    case 'lines':
      return <TextArea {...shared} rows={Math.max(3, listOf(value).length + 1)} />
    case 'day':
      return <DateInput {...shared} />
    case 'number':
    case 'money':
      return <TextInput {...shared} inputMode="decimal" width={8} />
    case 'choice':
      return <Select {...shared} options={[...noneOf(isOptional(shape)), ...choicesOf(shape.words)]} />
    case 'reference':
      return <Select {...shared} options={[...noneOf(isOptional(shape) || value === ''), ...referencesOf(context.lookups, shape.list).map(optionOf)]} />
    case 'exempt':
      return <Select {...shared} options={exemptions(context.lookups)} />
    default:
      return <TextInput {...shared} />
  }
}

function noneOf(isWanted: boolean) {
  return isWanted ? [{ value: '', label: say('field.none') }] : []
}

function optionOf({ key, name }: Named) {
  return { value: key, label: name }
}

function textOfValue(shape: Shape, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (shape.kind === 'money' && typeof value === 'number') return String(value / 100)
  if (shape.kind === 'lines') return listOf(value).join('\n')
  if (shape.kind === 'exempt' && isValues(value)) return [value['by'], value['resource'] ?? value['certificateType']].map(plainText).join(' ').trim()
  return plainText(value)
}

function exemptions({ references }: Lookups) {
  return [
    { value: '', label: say('field.exempt.none') },
    { value: 'ONLINE_FORM', label: say('field.exempt.ONLINE_FORM') },
    ...references.certificateTypes.map(({ key, name }) => ({ value: `CERTIFICATE_TYPE ${key}`, label: say('field.exempt.CERTIFICATE_TYPE', { name }) })),
    ...references.sharedResources.map(({ key, name }) => ({ value: `SHARED_RESOURCE ${key}`, label: say('field.exempt.SHARED_RESOURCE', { name }) })),
  ]
}

const units = ['WORKING_DAY', 'CALENDAR_DAY', 'WORKING_HOUR', 'HOUR', 'MONTH', 'YEAR'] as const

/** A number and its unit. */
function LimitField({ value, path, context, optional }: ShapeFieldProps & { readonly optional: true | undefined }) {
  const { id, label, hint, error } = namesOf({ path, context })
  return (
    <FieldGroup id={id} legend={optional === true ? say('field.optional', { label }) : label} hint={hint} error={error ?? context.errorOf(`${id}.value`) ?? context.errorOf(`${id}.unit`)}>
      <div className="in-unit mt-s">
        <TextInput name={fieldName([...path, 'value'])} id={`${id}.value`} aria-label={`${label}${say('field.limit.value')}`} inputMode="numeric" width={4} defaultValue={textOfValue({ kind: 'text' }, valueAt(value, ['value']))} required={optional === undefined} />
        <Select name={fieldName([...path, 'unit'])} aria-label={`${label}${say('field.limit.unit')}`} defaultValue={plainText(valueAt(value, ['unit'])) || 'WORKING_DAY'} options={units.map((unit) => ({ value: unit, label: say(`field.unit.${unit}`) }))} width={8} />
      </div>
    </FieldGroup>
  )
}

/** Boxes for a short list; for a long one a menu for each chosen entry and an empty one behind them. */
function ReferencesField({ list, ...props }: ShapeFieldProps & { readonly list: readonly Named[] }) {
  const chosen = listOf(props.value).map(plainText)
  if (list.length <= shortList) return <Checkboxes {...groupProps(props)} options={list.map(optionOf)} values={chosen} />
  const { id, label, hint, error } = namesOf(props)
  return (
    <FieldGroup id={id} legend={label} hint={hint} error={error}>
      {[...chosen, ''].map((key, place) => (
        <Select key={key} name={fieldName(props.path)} aria-label={`${label}${place + 1}`} defaultValue={key} options={[{ value: '', label: say('field.none') }, ...list.map(optionOf)]} />
      ))}
    </FieldGroup>
  )
}

const shortList = 8
