/** One row of a list in a document's data: the materials of a voucher, the defects of a notice. */
export type DataRow = Readonly<Record<string, string | number | undefined>>

/** What a document is filled with: single values and lists of rows. Days are ISO strings. */
export type DocumentData = Readonly<Record<string, string | number | readonly DataRow[] | undefined>>

/**
 * A sentence with `{{placeholders}}`; `{{appliedOn:day}}` writes an ISO day as a Chinese date. A sentence may depend on
 * a value being given (`when`) or absent (`unless`); nothing else makes a placeholder optional.
 */
export type Sentence = string | { readonly text: string; readonly when?: string; readonly unless?: string }

/** One sentence, or several that are joined. If none applies, the part disappears. */
export type TextTemplate = Sentence | readonly Sentence[]

/** One labelled line of a form. `byHand` leaves the place empty for a pen if the text has no value. */
export interface FactTemplate {
  readonly label: string
  readonly text: TextTemplate
  readonly byHand?: boolean
}

/** The building blocks of a legal document, in the order in which they are read. */
export type Part =
  | { readonly kind: 'letterhead' | 'number' | 'addressee' | 'paragraph'; readonly text: TextTemplate }
  /** Remedy text (复议, 诉讼): may also use `reviewDays`, `reviewBasis`, `suitMonths`, `suitBasis`, which come from the dated terms. */
  | { readonly kind: 'remedy'; readonly text: TextTemplate }
  /** An enumeration 一、二、三: one entry per row of the list `from`, whose placeholders are fields of the row. */
  | { readonly kind: 'items'; readonly from: string; readonly text: TextTemplate }
  /** A table with a leading column of ordinals; `share` is the relative width of a column. */
  | { readonly kind: 'table'; readonly from: string; readonly columns: readonly ColumnTemplate[] }
  | { readonly kind: 'facts'; readonly rows: readonly FactTemplate[] }
  /** Labelled lines whose labels are data too, such as the business fields of a certificate; the list may be empty, not absent. */
  | { readonly kind: 'listedFacts'; readonly from: string; readonly label: TextTemplate; readonly text: TextTemplate }
  /** The unit's signature (落款): unit and date at the right, under the round seal that bears the unit and the seal's name. */
  | { readonly kind: 'seal'; readonly unit: TextTemplate; readonly name: TextTemplate; readonly date: TextTemplate }
  /** Lines that the applicant signs. */
  | { readonly kind: 'signatures'; readonly rows: readonly FactTemplate[] }
  /** The QR code of the verification address, with the code to type instead. */
  | { readonly kind: 'verification'; readonly address: TextTemplate; readonly code: TextTemplate }

export interface ColumnTemplate {
  readonly heading: string
  readonly text: TextTemplate
  readonly share: number
}

/** A legal document before it is filled. `version` rises with every change of wording, so that an issued document can be made again. */
export interface DocumentTemplate {
  readonly kind: string
  readonly version: number
  /** May have placeholders. */
  readonly title: string
  readonly layout: 'letter' | 'certificate'
  /** The field with the ISO day of issue: it dates the file and chooses the legal terms. */
  readonly issuedOn: string
  readonly parts: readonly Part[]
  /** A last line in the foot, such as how many copies there are. */
  readonly foot?: string
}
