import { isDay } from '#kernel/time/day.ts'
import { columnCodes } from './codes.ts'
import type { Edition, ExchangeField, Row, Tables } from './edition.ts'
import { parts } from './element.ts'
import { exchangeError, type ExchangeError, type ExchangeRule } from './exchange-error.ts'

/** Compares every cell with the field list of the edition: known, present where required, not too long, of its type, from its code list. */
export function checkRows(edition: Edition, tables: Tables): readonly ExchangeError[] {
  return Object.entries(tables).flatMap(([name, rows]) => {
    const table = edition.tables.find((one) => one.name === name)
    if (table === undefined) return [exchangeError(edition, { table: name, row: 0, field: '' }, name, 'unknown-table')]
    return rows.flatMap((row, at) => checkRow(edition, table.fields, row, { table: name, row: at + 1 }))
  })
}

function checkRow(edition: Edition, fields: readonly ExchangeField[], row: Row, place: { readonly table: string; readonly row: number }): readonly ExchangeError[] {
  const known = new Set(fields.map((field) => field.name))
  const strangers = Object.keys(row).filter((column) => !known.has(column))
  return [
    ...strangers.map((field) => exchangeError(edition, { ...place, field }, row[field] ?? null, 'unknown-column')),
    ...fields.flatMap((field) => {
      const value = row[field.name] ?? null
      const fault = faultOf(field, value)
      return fault === undefined ? [] : [exchangeError(edition, { ...place, field: field.name }, value, fault)]
    }),
  ]
}

function faultOf(field: ExchangeField, value: string | null): ExchangeRule | undefined {
  if (value === null) return field.required ? 'required' : undefined
  if (field.type === 'int' && !/^-?\d{1,10}$/.test(value)) return 'integer'
  if (field.type === 'datetime' && !isDateTime(value)) return 'datetime'
  if (field.type === 'varchar' && field.length !== null && value.length > field.length) return 'length'
  const codes = columnCodes[field.name]
  return codes === undefined || parts(value).every((code) => codes.includes(code)) ? undefined : 'code'
}

function isDateTime(value: string): boolean {
  const [, day, time] = /^(\S{10})(?:[ T](\d{2}:\d{2}:\d{2}))?$/.exec(value) ?? []
  return isDay(day) && (time === undefined || /^([01]\d|2[0-3])(:[0-5]\d){2}$/.test(time))
}
