import type { ReactNode } from 'react'
import { datePartNames, type TypedDay } from './date-parts.ts'
import { Field } from './field.tsx'
import { DateInput, TextInput } from './inputs.tsx'
import { partText } from './text.ts'

interface DateFieldProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  /** First and last day that make sense, `YYYY-MM-DD`. */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly defaultValue?: string | undefined
  /** What was typed into the three fields, when the form comes back. */
  readonly typed?: Partial<TypedDay> | undefined
}

/** A day: the browser's own picker, and behind a line three fields for whoever cannot use it. `dayFromParts` reads both. */
export function DateField({ id, name, label, hint, error, optional, min, max, defaultValue, typed = {} }: DateFieldProps) {
  const names = datePartNames(name)
  const parts = ['year', 'month', 'day'] as const
  return (
    <div className="date">
      <Field id={id} label={label} hint={hint ?? partText('date.hint')} error={error} optional={optional}>
        {(ids) => <DateInput {...ids} name={name} min={min} max={max} defaultValue={defaultValue} />}
      </Field>
      <details open={parts.some((part) => (typed[part] ?? '') !== '')}>
        <summary>{partText('date.parts')}</summary>
        <div className="row" role="group" aria-label={label}>
          {parts.map((part) => (
            <span className="in-unit" key={part}>
              <TextInput id={`${id}-${part}`} name={names[part]} inputMode="numeric" maxLength={4} width={4} defaultValue={typed[part]} />
              <label htmlFor={`${id}-${part}`}>
                {partText(`date.${part}`)}
              </label>
            </span>
          ))}
        </div>
      </details>
    </div>
  )
}
