import type { OutputOf } from '#app'
import type { Answers } from './answers.ts'

type Record = OutputOf<'catalogue.get-item'>

/** What the page of one guide knows: the item, the guide of the reader's situation, and the days that follow from today. */
export interface GuideFound {
  readonly item: Record['item']
  readonly related: Record['relatedItems']
  readonly guide: OutputOf<'catalogue.get-guide'>
  readonly answers: Answers
  /** Names of departments by key. */
  readonly units: Readonly<{ [key: string]: string }>
  readonly today: string
  readonly due: { readonly promised: string | null; readonly statutory: string | null }
  readonly supervisionPhone: string
}
