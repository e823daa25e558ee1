import zh from '../locales/zh-CN.json' with { type: 'json' }
import type { Edition } from './edition.ts'

/** Why a row was refused; names of texts under `exchange` in the locale file. */
export type ExchangeRule =
  | 'unknown-table'
  | 'unknown-column'
  | 'required'
  | 'length'
  | 'integer'
  | 'datetime'
  | 'code'
  | 'implement-code'
  | 'twice'
  | 'orphan'
  | 'unknown-body'
  | 'record'
  | 'I-17'

/** One thing that is wrong with a file: where, what stood there, and which rule of which edition refused it. */
export interface ExchangeError {
  readonly table: string
  /** Counted from 1; 0 for the table itself. */
  readonly row: number
  readonly field: string
  readonly value: string
  readonly rule: ExchangeRule
  readonly edition: string
  readonly message: string
}

/** A cell of a file. */
export interface Cell {
  readonly table: string
  readonly row: number
  readonly field: string
}

/** Makes an error with its Chinese sentence; a long value is shown by its beginning. */
export function exchangeError(edition: Edition, at: Cell, value: string | null, rule: ExchangeRule): ExchangeError {
  const shown = value === null ? '' : value.length > 60 ? `${value.slice(0, 60)}…` : value
  const field = edition.tables.find((table) => table.name === at.table)?.fields.find((one) => one.name === at.field)
  const told: Readonly<Record<string, string>> = { edition: edition.title, limit: String(field?.length ?? ''), field: field?.label ?? at.field, value: shown }
  const message = zh.exchange[rule].replaceAll(/\{(\w+)\}/g, (_, name: string) => told[name] ?? '')
  return { ...at, value: shown, rule, edition: edition.key, message }
}
