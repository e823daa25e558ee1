import { Field } from '#ui/field.tsx'
import { DateInput } from '#ui/inputs.tsx'
import { say } from './text.ts'

interface PeriodFieldsProps {
  readonly from: string
  readonly to: string
  readonly problem?: string | undefined
}

/** The first and the last day of a period. */
export function PeriodFields({ from, to, problem }: PeriodFieldsProps) {
  return (
    <>
      <Field id="from" label={say('reports.from')} error={problem}>
        {(ids) => <DateInput {...ids} name="from" defaultValue={from} required />}
      </Field>
      <Field id="to" label={say('reports.to')}>
        {(ids) => <DateInput {...ids} name="to" defaultValue={to} required />}
      </Field>
    </>
  )
}
