import { readCsv, writeCsv } from './csv.ts'
import { encodeGb18030 } from './gb18030.ts'

export const csvCharsets = ['utf-8', 'gb18030'] as const
export type CsvCharset = (typeof csvCharsets)[number]

/** What a spreadsheet would take for a formula at the beginning of a cell. */
const formula = /^[=+\-@\t\r]/
const number = /^-?\d+(?:\.\d+)?%?$/

/** A table as a CSV file (RFC 4180), in UTF-8 with the mark by which spreadsheets know it, or in GB 18030. A text that looks like a formula is led by an apostrophe. */
export function csvFile(rows: readonly (readonly string[])[], charset: CsvCharset = 'utf-8'): Uint8Array {
  const text = writeCsv(rows.map((row) => row.map((value) => (formula.test(value) && !number.test(value) ? `'${value}` : value))))
  return charset === 'utf-8' ? new TextEncoder().encode(text) : encodeGb18030(text.slice(1))
}

/** The rows of a CSV file in either encoding; undefined if it is text in neither, or a quote is not closed. */
export function readCsvFile(bytes: Uint8Array): readonly (readonly string[])[] | undefined {
  for (const charset of csvCharsets) {
    try {
      return readCsv(new TextDecoder(charset, { fatal: true }).decode(bytes))
    } catch {
      continue
    }
  }
  return undefined
}
