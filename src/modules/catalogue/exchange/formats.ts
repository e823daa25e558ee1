import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { z } from 'zod'
import { readCsv, writeCsv } from '#kernel/csv/csv.ts'
import { boundedArchive } from './bounded-archive.ts'
import type { Edition, Row, Tables } from './edition.ts'

export const exchangeFormats = ['json', 'csv', 'xlsx'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

export const contentTypes: Readonly<Record<ExchangeFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** `{ edition, tables: { name: [row, …] } }`; numbers are taken as the text that they are written as. */
const JsonFile = z.object({ edition: z.string().optional(), tables: z.record(z.string(), z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))) })

export interface ReadFile {
  readonly edition?: string
  readonly tables: Tables
}

/** Reads a file of tables: JSON and XLSX (a sheet for each table) have several, CSV is one, whose name the caller gives. Undefined if it cannot be read. */
export async function readTables(bytes: Uint8Array, format: ExchangeFormat, csvTable: string): Promise<ReadFile | undefined> {
  switch (format) {
    case 'json':
      return readJson(bytes)
    case 'csv': {
      const rows = readCsv(new TextDecoder().decode(bytes))
      return rows && { tables: { [csvTable]: rowsOf(rows) } }
    }
    case 'xlsx':
      return readXlsx(bytes)
  }
}

/** Writes tables as a file; CSV takes the first of them. */
export async function writeTables(tables: Tables, edition: Edition, format: ExchangeFormat): Promise<Uint8Array> {
  const sheets = edition.tables
    .filter((table) => tables[table.name] !== undefined)
    .map(({ name, fields }) => ({ name, cells: [fields.map((field) => field.name), ...(tables[name] ?? []).map((row) => fields.map((field) => row[field.name] ?? ''))] }))
  switch (format) {
    case 'json':
      return new TextEncoder().encode(JSON.stringify({ edition: edition.key, tables }))
    case 'csv':
      return new TextEncoder().encode(writeCsv(sheets[0]?.cells ?? []))
    case 'xlsx':
      return writeXlsxFile(sheets.map(({ name, cells }) => ({ sheet: name, data: cells.map((row) => row.map((value) => ({ value, type: String }))) }))).toBuffer()
  }
}

function readJson(bytes: Uint8Array): ReadFile | undefined {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
  const file = JsonFile.safeParse(value)
  if (!file.success) return undefined
  const tables = Object.fromEntries(
    Object.entries(file.data.tables).map(([name, rows]) => [name, rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, textOf(cell)])))]),
  )
  return { tables, ...(file.data.edition === undefined ? {} : { edition: file.data.edition }) }
}

/** Numbers stay as written, so that long codes are not rounded. */
async function readXlsx(bytes: Uint8Array): Promise<ReadFile | undefined> {
  const archive = boundedArchive(bytes)
  if (archive === undefined) return undefined
  const sheets = await readXlsxFile<string>(Buffer.from(archive), { parseNumber: (written) => written, trim: false }).catch(() => undefined)
  return sheets && { tables: Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, rowsOf(data.map((row) => row.map(textOf)))])) }
}

/** The first row names the columns; a row without any cell is no row. */
function rowsOf([header = [], ...rows]: readonly (readonly (string | null)[])[]): readonly Row[] {
  const full = rows.filter((row) => row.some((cell) => cell !== null && cell !== ''))
  return full.map((row) => Object.fromEntries(header.flatMap((column, at) => (column === null || column === '' ? [] : [[column, textOf(row[at])] as const]))))
}

/** A cell as text; what is no text, number, yes or no, or date is empty. */
function textOf(cell: unknown): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ')
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return typeof cell === 'string' && cell !== '' ? cell : null
}
