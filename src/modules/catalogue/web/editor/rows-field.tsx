import type { ReactNode } from 'react'
import { Checkbox } from '#ui/choices.tsx'
import { FieldGroup } from '#ui/field.tsx'
import { useReadsOnly } from '#web/who-acts.tsx'
import type { ShapeFieldProps } from './field-props.ts'
import { fieldName, removed } from './read-fields.ts'
import { listOf, type Rows } from './shape.ts'
import { hintOf, labelOf } from './shape-labels.ts'
import { say } from './text.ts'

interface RowsFieldProps extends ShapeFieldProps {
  readonly shape: Rows
  /** The fields of one entry at its place. */
  readonly children: (row: unknown, place: string) => ReactNode
}

/** A short list: every entry with its fields, and one that is still empty at the end. */
export function RowsField({ shape, value, path, context, children }: RowsFieldProps) {
  const readsOnly = useReadsOnly()
  const id = fieldName(path)
  const rows = listOf(value)
  const whole = [...context.above, ...path]
  return (
    <FieldGroup id={id} legend={labelOf(whole) ?? ''} hint={hintOf(whole)} error={context.errorOf(id)}>
      {[...rows, ...(readsOnly ? [] : [shape.blank])].map((row, place) => {
        const isNew = place === rows.length
        return (
          <fieldset key={place} className="edit-row">
            <legend>{isNew ? say('section.row.new') : say('section.row', { place: place + 1 })}</legend>
            <div className="edit-grid">{children(row, String(place))}</div>
            {isNew || readsOnly ? null : <Checkbox name={fieldName([...path, String(place), removed])} label={say('section.row.remove')} />}
          </fieldset>
        )
      })}
    </FieldGroup>
  )
}
