import type { ReactNode } from 'react'
import { FieldGroup } from './field.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

interface ChoicesProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly Choice[]
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** The first option is where the page begins for the keyboard. */
  readonly focused?: boolean | undefined
  /** Boxes side by side instead of a list. */
  readonly tiles?: boolean | undefined
}

/** One of several. The group's id is its name, so that an error summary can link to `#name`. */
export function Radios({ value, ...props }: ChoicesProps & { readonly value?: string | undefined }) {
  return <ChoiceGroup {...props} type="radio" isChosen={(option) => option === value} />
}

/** Any of several. */
export function Checkboxes({ values = [], ...props }: ChoicesProps & { readonly values?: readonly string[] | undefined }) {
  return <ChoiceGroup {...props} type="checkbox" isChosen={(option) => values.includes(option)} />
}

interface CheckboxProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly checked?: boolean | undefined
}

/** A single yes, for example a commitment. */
export function Checkbox({ name, label, hint, checked }: CheckboxProps) {
  return <ChoiceLine type="checkbox" name={name} option={{ value: 'yes', label, hint }} chosen={checked ?? false} />
}

interface ChoiceGroupProps extends ChoicesProps {
  readonly type: 'radio' | 'checkbox'
  readonly isChosen: (value: string) => boolean
}

function ChoiceGroup({ name, legend, options, hint, error, focused, tiles, type, isChosen }: ChoiceGroupProps) {
  return (
    <FieldGroup id={name} legend={legend} hint={hint} error={error}>
      <div className={tiles ? 'choices choices-tile' : 'choices'}>
        {options.map((option, place) => (
          <ChoiceLine key={option.value} type={type} name={name} option={option} chosen={isChosen(option.value)} focused={focused && place === 0} />
        ))}
      </div>
    </FieldGroup>
  )
}

interface ChoiceLineProps {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly option: Choice
  readonly chosen: boolean
  readonly focused?: boolean | undefined
}

function ChoiceLine({ type, name, option, chosen, focused }: ChoiceLineProps) {
  return (
    <label className="choice">
      <input type={type} name={name} value={option.value} defaultChecked={chosen} autoFocus={focused} />
      <span>
        {option.label}
        {option.hint ? <span className="hint">{option.hint}</span> : null}
      </span>
    </label>
  )
}
