import type { DocumentData, DocumentTemplate } from './template.ts'

/** A kind of legal document that a module issues, as it is shown before one is issued. */
export interface DocumentKind {
  readonly template: DocumentTemplate
  /** Invented contents for a specimen. */
  readonly sample: DocumentData
  /** The article on which the document rests, in Chinese. */
  readonly basis: string
}
