import { parseImplementCode } from '#kernel/ids/item-codes.ts'
import { type ItemType, ItemVersion } from '../schema/item-version.ts'
import { blankItem } from './blank-item.ts'
import { blankFee, blankMaterial, blankQuestion, feeElements, materialElements, questionElements } from './child-elements.ts'
import { checkRows } from './check-rows.ts'
import { type Edition, type Part, type Row, tableOf, type Tables } from './edition.ts'
import { type Element, merged } from './element.ts'
import { exchangeError, type ExchangeError } from './exchange-error.ts'
import { itemElements } from './item-elements.ts'

/** An item as the file has it, over what the office has of it. */
export interface ReadItem {
  readonly item: ItemVersion
  readonly base: ItemVersion | undefined
  readonly table: string
  readonly row: number
}

export interface ReadResult {
  readonly items: readonly ReadItem[]
  readonly errors: readonly ExchangeError[]
  /** How many items the file has, good or bad. */
  readonly total: number
}

/**
 * Reads the items of a file. An item is known again by its implement code, whose last twelve digits are the basic code, never by its name:
 * one item bears many names. Rows with an error keep their item out, and only theirs.
 */
export function readItems(edition: Edition, tables: Tables, existing: readonly ItemVersion[]): ReadResult {
  const errors = [...checkRows(edition, tables)]
  const spoilt = new Set(errors.map(({ table, row }) => tables[table]?.[row - 1]?.['task_code']))
  const known = new Map(existing.map((item) => [item.implementCode, item]))
  const departments = new Map(existing.map((item) => [item.implementingBody.creditCode, item.department]))
  const basics = basicRows(edition, tables)
  const byCode: RowsByCode = new Map(Object.entries(tables).map(([name, rows]) => [name, Map.groupBy(rows, (row) => row['task_code'] ?? '')]))
  const items: ReadItem[] = []
  const seen = new Set<string>()
  for (const { table, row, cells } of basics) {
    const code = cells['task_code'] ?? ''
    const at = { table, row, field: 'task_code' }
    const faults: ExchangeError[] = []
    const parsed = parseImplementCode(code)
    if (!parsed.ok || parsed.value.basicCode !== cells['catalog_code']) faults.push(exchangeError(edition, at, code, 'implement-code'))
    if (seen.has(code)) faults.push(exchangeError(edition, at, code, 'twice'))
    seen.add(code)
    const base = known.get(code)
    const department = base?.department ?? departments.get(cells['dept_code'] ?? '')
    if (department === undefined) faults.push(exchangeError(edition, { ...at, field: 'dept_code' }, cells['dept_code'] ?? null, 'unknown-body'))
    errors.push(...faults)
    if (department === undefined || faults.length > 0 || spoilt.has(code)) continue
    const start = base ?? blankItem({ itemKey: keyOf(cells, code), implementCode: code, basicCode: cells['catalog_code'] ?? '', name: cells['task_name'] ?? '', department })
    const checked = ItemVersion.safeParse(withChildren(edition, byCode, withColumns(edition, byCode, start, cells)))
    if (checked.success) items.push({ item: checked.data, base, table, row })
    else errors.push(...checked.error.issues.map((issue) => exchangeError(edition, { table, row, field: `/${issue.path.map(String).join('/')}` }, null, 'record')))
  }
  errors.push(...orphans(edition, tables, new Set([...seen, ...(basics.length === 0 ? known.keys() : [])])))
  return { items, errors, total: seen.size }
}

function basicRows(edition: Edition, tables: Tables): readonly { readonly table: string; readonly row: number; readonly cells: Row }[] {
  const basic = edition.tables.filter((table) => table.part === 'basic')
  return basic.flatMap(({ name }) => (tables[name] ?? []).map((cells, at) => ({ table: name, row: at + 1, cells })))
}

/** The sender's own id where it can be a key of ours, else one made from the code. */
function keyOf(cells: Row, code: string): string {
  const own = cells['row_guid'] ?? ''
  return /^[a-z][a-zA-Z0-9-]{0,59}$/.test(own) ? own : `item-${code.toLowerCase()}`
}

/** Rows by table and implement code. */
type RowsByCode = ReadonlyMap<string, ReadonlyMap<string, readonly Row[]>>

function rowsFor(edition: Edition, rows: RowsByCode, part: Part, { itemType, implementCode }: Pick<ItemVersion, 'itemType' | 'implementCode'>) {
  const table = tableOf(edition, itemType, part)
  const ofTable = table && rows.get(table.name)
  if (table === undefined || ofTable === undefined) return undefined
  return { fields: table.fields, rows: (ofTable.get(implementCode) ?? []).toSorted((a, b) => Number(a['order_num'] ?? 0) - Number(b['order_num'] ?? 0)) }
}

function withColumns(edition: Edition, rows: RowsByCode, start: ItemVersion, cells: Row): ItemVersion {
  const itemType = cells['task_type'] as ItemType
  const extended = rowsFor(edition, rows, 'extend', { ...start, itemType })
  const fields = [...(tableOf(edition, itemType, 'basic')?.fields ?? []), ...(extended?.rows[0] === undefined ? [] : extended.fields)]
  return merged(itemElements, start, { ...extended?.rows[0], ...cells }, fields)
}

/** Materials, fees and questions: a file that has their table replaces them all, a file that has not leaves them. */
function withChildren(edition: Edition, rows: RowsByCode, item: ItemVersion): ItemVersion {
  const children = <T extends object>(part: Part, elements: readonly Element<T>[], own: readonly T[], startOf: (row: Row, at: number) => T): readonly T[] => {
    const found = rowsFor(edition, rows, part, item)
    return found === undefined ? own : found.rows.map((row, at) => merged(elements, startOf(row, at), row, found.fields))
  }
  const materialKey = (row: Row, at: number): string => {
    const own = row['row_guid']?.startsWith(`${item.itemKey}-`) ? row['row_guid'].slice(item.itemKey.length + 1) : ''
    return /^[a-z][a-zA-Z0-9-]{0,59}$/.test(own) ? own : `m${at + 1}`
  }
  return {
    ...item,
    materials: children('material', materialElements, item.materials, (row, at) => item.materials.find((one) => one.key === materialKey(row, at)) ?? blankMaterial(materialKey(row, at))),
    fees: children('fee', feeElements, item.fees, (_, at) => item.fees[at] ?? blankFee),
    faq: children('question', questionElements, item.faq, (_, at) => item.faq[at] ?? blankQuestion),
  }
}

/** Rows of items that the file has not. */
function orphans(edition: Edition, tables: Tables, codes: ReadonlySet<string>): readonly ExchangeError[] {
  return edition.tables.flatMap(({ name, part }) =>
    part === 'basic' ? [] : (tables[name] ?? []).flatMap((row, at) => (codes.has(row['task_code'] ?? '') ? [] : [exchangeError(edition, { table: name, row: at + 1, field: 'task_code' }, row['task_code'] ?? null, 'orphan')])),
  )
}
