import type { ReactNode } from 'react'
import { partText } from './text.ts'

/** What a control needs so that its label, hint, error and unit are announced with it. */
export interface ControlIds {
  readonly id: string
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-invalid'?: true | undefined
}

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Behind the control, for example 平方米. */
  readonly unit?: string | undefined
  readonly optional?: boolean | undefined
  readonly children: (ids: ControlIds) => ReactNode
}

/** Label, hint, error, control, in this order. The control is never labelled by a placeholder. */
export function Field({ id, label, hint, error, unit, optional, children }: FieldProps) {
  const described = describedBy(id, { hint: Boolean(hint), error: Boolean(error), unit: Boolean(unit) })
  const control = children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })
  return (
    <div className={error ? 'field is-err' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="muted"> {partText('field.optional')}</span> : null}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {unit ? (
        <div className="in-unit mt-s">
          {control}
          <span id={`${id}-unit`}>{unit}</span>
        </div>
      ) : (
        control
      )}
    </div>
  )
}

interface GroupProps {
  /** Also the anchor that the error summary links to. */
  readonly id: string
  readonly legend: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** Several controls that answer one question. */
export function FieldGroup({ id, legend, hint, error, children }: GroupProps) {
  return (
    <fieldset id={id} tabIndex={-1} className={error ? 'is-err' : undefined} aria-describedby={describedBy(id, { hint: Boolean(hint), error: Boolean(error) })}>
      <legend>{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}

function HintAndError({ id, hint, error }: Pick<GroupProps, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <p className="err" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </>
  )
}

function describedBy(id: string, parts: Readonly<Record<string, boolean>>): string | undefined {
  const present = Object.keys(parts).filter((part) => parts[part])
  return present.length > 0 ? present.map((part) => `${id}-${part}`).join(' ') : undefined
}
