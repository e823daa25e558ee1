import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { editions } from '../exchange/edition.ts'

/** The editions of the national item tables that can be read and written, with their tables and columns by name. */
export const listEditions = defineOperation({
  name: 'catalogue.list-editions',
  summary: 'The editions of the national item tables with the names of their tables and columns',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/exchange-editions' },
  access: { permission: 'catalogue:exchange' },
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ key: z.string(), title: z.string(), tables: z.array(z.object({ name: z.string(), title: z.string(), fields: z.array(z.object({ name: z.string(), label: z.string() })) })) })),
    nextCursor: z.null(),
  }),
  refusals: [],
  examples: [{ summary: 'All editions', input: {} }],
  async run() {
    const items = editions.map(({ key, title, tables }) => ({
      key,
      title,
      tables: tables.map((table) => ({ name: table.name, title: table.title, fields: table.fields.map(({ name, label }) => ({ name, label })) })),
    }))
    return { items, nextCursor: null }
  },
})
