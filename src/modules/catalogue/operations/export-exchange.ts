import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { editionKeys, findEdition } from '../exchange/edition.ts'
import { contentTypes, exchangeFormats, writeTables } from '../exchange/formats.ts'
import { tablesOf } from '../exchange/write-rows.ts'
import { Key } from '../schema/scenario.ts'
import { listStanding } from '../store/versions.ts'

/** The items that stand today, suspended ones too, as the national item tables, all of them or one. */
export const exportExchange = defineOperation({
  name: 'catalogue.export-exchange',
  summary: 'The items in force as the national item tables in JSON, XLSX or (one table) CSV',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/exports' },
  access: { permission: 'catalogue:exchange' },
  input: z.object({
    format: z.enum(exchangeFormats).default('json'),
    edition: z.enum(editionKeys).default('national-up'),
    department: Key.optional(),
    table: z.string().max(60).optional(),
  }),
  output: z.instanceof(FileAnswer),
  refusals: [catalogueErrors.exchangeEditionUnknown],
  examples: [{ summary: 'One table as CSV', input: { format: 'csv', table: 'up_task_general_basic' } }],
  async run(ctx, { format, edition: key, department, table }) {
    const edition = findEdition(key, [])
    const wanted = table ?? (format === 'csv' ? edition?.tables[0]?.name : undefined)
    if (edition === undefined || (wanted !== undefined && !edition.tables.some((one) => one.name === wanted))) throw new Refusal(catalogueErrors.exchangeEditionUnknown, { edition: key, table })
    const tables = tablesOf(await listStanding(ctx.db, dayOf(ctx.now), department), edition, ctx.now)
    const chosen = wanted === undefined ? tables : { [wanted]: tables[wanted] ?? [] }
    return new FileAnswer(await writeTables(chosen, edition, format), contentTypes[format], `${wanted ?? edition.key}-${dayOf(ctx.now)}.${format}`)
  },
})
