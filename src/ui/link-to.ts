/** A link as data: where to, and the words on it. */
export interface LinkTo {
  readonly href: string
  readonly text: string
}
