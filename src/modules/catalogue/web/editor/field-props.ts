import type { Path, Shape } from './shape.ts'
import type { Lookups } from './shape-words.ts'

/** What every field of a page needs besides its own shape and value. */
export interface FieldsContext {
  readonly lookups: Lookups
  /** The elements of the record above this page, for the labels. */
  readonly above: Path
  /** What is wrong with the field of an id. */
  readonly errorOf: (id: string) => string | undefined
}

export interface ShapeFieldProps {
  readonly shape: Shape
  readonly value: unknown
  /** Where the field stands on this page. */
  readonly path: Path
  readonly context: FieldsContext
}
