import shipped from '../../../../data/exchange/national-item-tables.json' with { type: 'json' }
import type { ItemType } from '../schema/item-version.ts'

export interface ExchangeField {
  readonly name: string
  readonly type: string
  readonly length: number | null
  readonly required: boolean
  readonly label: string
}

export type Family = 'general' | 'punish' | 'handle' | 'check' | 'public'
export type Part = 'basic' | 'extend' | 'material' | 'fee' | 'question'

export interface ExchangeTable {
  readonly name: string
  readonly family: Family
  readonly part: Part
  readonly title: string
  readonly fields: readonly ExchangeField[]
}

/** One edition of the national item tables: editions disagree on required flags and lengths. */
export interface Edition {
  readonly key: string
  readonly title: string
  readonly prefix: string
  readonly tables: readonly ExchangeTable[]
}

/** A row of a table; an empty cell is null. */
export type Row = Readonly<Record<string, string | null>>

/** Rows by the name of their table. */
export type Tables = Readonly<Record<string, readonly Row[]>>

export const editions = shipped as readonly Edition[]
export const editionKeys = editions.map((edition) => edition.key) as [string, ...string[]]

/** The edition that is asked for, or the only one that has one of the tables. */
export function findEdition(key: string | undefined, tableNames: readonly string[]): Edition | undefined {
  if (key !== undefined) return editions.find((edition) => edition.key === key)
  const fitting = editions.filter((edition) => edition.tables.some((table) => tableNames.includes(table.name)))
  return fitting.length === 1 ? fitting[0] : undefined
}

const families: Readonly<Record<ItemType, Family>> = {
  '01': 'general',
  '02': 'punish',
  '03': 'check',
  '04': 'handle',
  '05': 'general',
  '06': 'check',
  '07': 'general',
  '08': 'general',
  '09': 'general',
  '10': 'general',
  '20': 'public',
}

/** The table of an edition in which items of a type have this part of their record, if it has one. */
export function tableOf(edition: Edition, type: ItemType, part: Part): ExchangeTable | undefined {
  return edition.tables.find((table) => table.family === families[type] && table.part === part)
}
