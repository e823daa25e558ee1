/** One labelled line; an empty value is a place for a pen. */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** What a reader sees, piece by piece: plain text only, so that PDF and page cannot be told to do anything by the data. */
export type Block =
  | { readonly kind: 'letterhead' | 'number' | 'addressee' | 'paragraph'; readonly text: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly { readonly heading: string; readonly share: number }[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'facts' | 'signatures'; readonly rows: readonly Fact[] }
  | { readonly kind: 'seal'; readonly unit: string; readonly name: string; readonly date: string }
  | { readonly kind: 'verification'; readonly address: string; readonly code: string; readonly text: string }

/** A legal document with its words in place, before it becomes a PDF or a page. Serialisable as JSON. */
export interface ComposedDocument {
  readonly kind: string
  readonly version: number
  readonly layout: 'letter' | 'certificate'
  readonly title: string
  /** ISO day. */
  readonly issuedOn: string
  readonly blocks: readonly Block[]
  readonly foot?: string
}
