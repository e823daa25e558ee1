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

type SelectProps = Omit<ComponentPropsWithoutRef<'select'>, 'className' | 'children'> & Sized & { readonly options: readonly SelectOption[] }

/** A choice from a list. `required` is said only where the list begins with an empty choice: otherwise something is always chosen. */
export function Select({ width, options, required, ...rest }: SelectProps) {
  return (
    <select className={controlClass(width)} required={required && options[0]?.value === ''} {...rest}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

function controlClass(width: ControlWidth | undefined): string {
  return width === undefined ? 'in' : `in w-${width}`
}
