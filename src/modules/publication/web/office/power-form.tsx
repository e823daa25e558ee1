import type { ReactNode } from 'react'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextArea, TextInput } from '#ui/inputs.tsx'
import { textOf } from '#web/form-fields.ts'
import { powerTypeOptions, say } from '../text.ts'

const names = ['name', 'type', 'basis', 'duties', 'accountability', 'implementCode', 'reason'] as const
export type TypedPower = Readonly<Record<(typeof names)[number], string>>

export function typedPower(form: FormData): TypedPower {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name) ?? ''])) as TypedPower
}

interface PowerFormProps {
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly values: Partial<TypedPower>
  readonly button: string
  readonly refused: { readonly title: string; readonly problems: readonly FieldProblem[] } | undefined
  /** Questions that only one of the forms asks. */
  readonly children?: ReactNode
}

/** One entry of a list: new, or its next version. */
export function PowerForm({ action, hidden, values, button, refused, children }: PowerFormProps) {
  const errorOf = (id: string): string | undefined => refused?.problems.find((problem) => problem.id === id)?.text
  return (
    <form action={action} method="post">
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id="name" label={say('power.name')} error={errorOf('name')}>
        {(ids) => <TextInput {...ids} name="name" maxLength={200} defaultValue={values.name} />}
      </Field>
      <Field id="type" label={say('power.type')} error={errorOf('type')}>
        {(ids) => <Select {...ids} name="type" defaultValue={values.type ?? '01'} options={powerTypeOptions()} />}
      </Field>
      {(['basis', 'duties', 'accountability'] as const).map((name) => (
        <Field key={name} id={name} label={say(`power.${name}`)} error={errorOf(name)}>
          {(ids) => <TextArea {...ids} name={name} rows={4} maxLength={2000} defaultValue={values[name]} />}
        </Field>
      ))}
      <Field id="implementCode" label={say('power.code')} hint={say('power.code.hint')} optional error={errorOf('implementCode')}>
        {(ids) => <TextInput {...ids} name="implementCode" maxLength={40} defaultValue={values.implementCode} />}
      </Field>
      {children}
      <Field id="reason" label={say('power.reason')} error={errorOf('reason')}>
        {(ids) => <TextArea {...ids} name="reason" rows={2} maxLength={1000} defaultValue={values.reason} />}
      </Field>
      <Actions>
        <Button>{button}</Button>
      </Actions>
    </form>
  )
}
