import type { Vault } from '#kernel/vault/vault.ts'
import type { WantedRecord } from './schema.ts'

/** The same record is known by the number of the document, else by its name; spacing, width, brackets and punctuation do not matter. */
export function recordIndexOf(vault: Vault, { title, docNo }: WantedRecord): string {
  return vault.index('disclosure.record', plain(docNo ?? title))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[\p{P}\p{S}\p{Z}]/gu, '')
}
