import type { ComponentPropsWithoutRef } from 'react'

/** Width in characters, so that a box shows how much is expected. Without it the control fills its column. */
export type ControlWidth = 4 | 8 | 16 | 24

interface Sized {
  readonly width?: ControlWidth | undefined
}

type InputProps = Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'width' | 'placeholder'> & Sized

export function TextInput({ width, ...rest }: InputProps) {
  return <input className={controlClass(width)} {...rest} />
}

/** A day as `YYYY-MM-DD`: the browser's own picker, and a plain text box where it has none. */
export function DateInput({ width = 16, ...rest }: Omit<InputProps, 'type'>) {
  return <input className={controlClass(width)} type="date" {...rest} />
}

/** The form around it must be `encType="multipart/form-data"`. Say formats and the largest size in the field's hint. */
export function FileInput(props: Omit<InputProps, 'type' | 'width'>) {
  return <input className="in in-file" type="file" {...props} />
}

export function TextArea(props: Omit<ComponentPropsWithoutRef<'textarea'>, 'className' | 'placeholder'>) {
  return <textarea className="in" {...props} />
}

export interface SelectOption {
  readonly value: string
  readonly label: string
}

/** Options under a heading of their own. */
export interface SelectGroup {
  readonly label: string
  readonly options: readonly SelectOption[]
}

interface Choices {
  readonly options: readonly SelectOption[]
  /** After the options; for a long list in two levels. */
  readonly groups?: readonly SelectGroup[] | undefined
}

type SelectProps = Omit<ComponentPropsWithoutRef<'select'>, 'className' | 'children'> & Sized & Choices

/** A choice from a list. `required` is said only where the list begins with an empty choice: otherwise something is always chosen. */
export function Select({ width, options, groups = [], required, ...rest }: SelectProps) {
  return (
    <select className={controlClass(width)} required={required && options[0]?.value === ''} {...rest}>
      {options.map(optionOf)}
      {groups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.options.map(optionOf)}
        </optgroup>
      ))}
    </select>
  )
}

function optionOf({ value, label }: SelectOption) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}

function controlClass(width: ControlWidth | undefined): string {
  return width === undefined ? 'in' : `in w-${width}`
}
