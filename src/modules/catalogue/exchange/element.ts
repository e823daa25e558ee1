import { type Codes, codeOf, flagCodes, valueOf } from './codes.ts'
import type { ExchangeField, Row } from './edition.ts'

/** An element of a record and the columns that it travels in. What `read` gives is unknown until the record's own schema has checked it. */
export interface Element<T> {
  readonly columns: readonly string[]
  readonly write: (record: T) => Row
  readonly read: (row: Row, base: T) => Readonly<Record<string, unknown>>
}

const separator = '^'

export function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(separator)
}

export function parts(text: string | null | undefined): readonly string[] {
  return (text ?? '').split(separator).filter((part) => part !== '')
}

/** A text that travels as it is; `otherwise` stands where the column is empty and the record may not be. */
export function text<T>(column: string, key: keyof T & string, otherwise: string | null = null): Element<T> {
  return { columns: [column], write: (record) => ({ [column]: (record[key] as string | null) ?? null }), read: (row) => ({ [key]: row[column] ?? otherwise }) }
}

/** A whole number. */
export function count<T>(column: string, key: keyof T & string): Element<T> {
  return { columns: [column], write: (record) => ({ [column]: String(record[key]) }), read: (row) => ({ [key]: Number(row[column] ?? 0) }) }
}

/** Yes or no, as 1 or 0. */
export function flag<T>(column: string, key: keyof T & string): Element<T> {
  return { columns: [column], write: (record) => ({ [column]: codeOf(flagCodes, String(record[key])) }), read: (row) => ({ [key]: row[column] === '1' }) }
}

/** A value of a code list; a code that the list does not have leaves the record as it was. */
export function coded<T>(column: string, key: keyof T & string, codes: Codes): Element<T> {
  return {
    columns: [column],
    write: (record) => ({ [column]: codeOf(codes, String(record[key])) }),
    read: (row, base) => ({ [key]: valueOf(codes, row[column]) ?? base[key] }),
  }
}

/** A list of texts in one column. */
export function list<T>(column: string, key: keyof T & string, keeps: (part: string) => boolean = () => true): Element<T> {
  return { columns: [column], write: (record) => ({ [column]: joined(record[key] as unknown as readonly string[]) }), read: (row) => ({ [key]: parts(row[column]).filter(keeps) }) }
}

/** What a column can hold of a value: a joined list loses whole entries at its end, a text its last characters. */
export function fitted(value: string | null, field: ExchangeField): string | null {
  if (value === null || field.length === null || field.type !== 'varchar' || value.length <= field.length) return value
  const cut = value.slice(0, field.length + 1)
  return cut.includes(separator) ? cut.slice(0, cut.lastIndexOf(separator)) : value.slice(0, field.length)
}

/**
 * Takes over what a row says into a record. An element whose columns say what the record would be written as stays untouched: so a record
 * that comes back keeps everything that the tables have no room for.
 */
export function merged<T extends object>(elements: readonly Element<T>[], base: T, row: Row, fields: readonly ExchangeField[]): T {
  const own = new Map(fields.map((field) => [field.name, field]))
  const changes = elements.filter((element) => {
    const written = element.write(base)
    return element.columns.some((column) => {
      const field = own.get(column)
      return field !== undefined && fitted(written[column] ?? null, field) !== (row[column] ?? null)
    })
  })
  return Object.assign({}, base, ...changes.map((element) => element.read(row, base))) as T
}

/** Writes the columns that a table has. */
export function written<T>(elements: readonly Element<T>[], record: T, fields: readonly ExchangeField[]): Row {
  const values: Row = Object.assign({}, ...elements.map((element) => element.write(record)))
  return Object.fromEntries(fields.map((field) => [field.name, fitted(values[field.name] ?? null, field)]))
}
