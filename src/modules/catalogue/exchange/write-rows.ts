import { dayOf } from '#kernel/time/day.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import { feeElements, materialElements, questionElements } from './child-elements.ts'
import { type Edition, type ExchangeTable, type Part, type Row, tableOf, type Tables } from './edition.ts'
import { type Element, written } from './element.ts'
import { itemElements } from './item-elements.ts'

/** The rows of items in the tables of an edition, as they would be reported at that instant. Tables without a row are there too, empty. */
export function tablesOf(items: readonly ItemVersion[], edition: Edition, at: Date): Tables {
  const tables = new Map<string, Row[]>(edition.tables.map((table) => [table.name, []]))
  for (const item of items) {
    for (const part of ['basic', 'extend', 'material', 'fee', 'question'] as const) {
      const table = tableOf(edition, item.itemType, part)
      if (table !== undefined) tables.get(table.name)?.push(...rowsOf(item, table, part).map((row) => ({ ...row, ...envelope(item, at) })))
    }
  }
  return Object.fromEntries(tables)
}

function rowsOf(item: ItemVersion, table: ExchangeTable, part: Part): readonly Row[] {
  switch (part) {
    case 'basic':
    case 'extend':
      return [written(itemElements, item, table.fields)]
    case 'material':
      return children(item, table, materialElements, item.materials.map((material) => [material.key, material]))
    case 'fee':
      return children(item, table, feeElements, item.fees.map((fee, at) => [`fee-${at + 1}`, fee]))
    case 'question':
      return children(item, table, questionElements, item.faq.map((question, at) => [`faq-${at + 1}`, question]))
  }
}

function children<T>(item: ItemVersion, table: ExchangeTable, elements: readonly Element<T>[], records: readonly (readonly [key: string, record: T])[]): readonly Row[] {
  return records.map(([key, record], at) => ({
    ...written(elements, record, table.fields),
    row_guid: `${item.itemKey}-${key}`,
    task_guid: item.itemKey,
    task_code: item.implementCode,
    order_num: String(at + 1),
  }))
}

/** Columns that every table has: which run, what was done, when, and the region that reports (first three digits of its code). */
function envelope(item: ItemVersion, at: Date): Row {
  return { cd_batch: dayOf(at).replaceAll('-', ''), cd_operation: 'I', cd_time: instantText(at).slice(0, 19).replace('T', ' '), data_source: item.implementCode.slice(2, 5) }
}
