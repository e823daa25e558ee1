import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { countByDepartment } from '../store/search-items.ts'

/** Departments that have items, with how many: a district has some dozens, so they come on one page. */
export const listDepartments = defineOperation({
  name: 'catalogue.list-departments',
  summary: 'Departments with the number of their items in force',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/departments' },
  access: 'public',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ key: z.string(), name: z.string(), items: z.int() })).readonly(), nextCursor: z.null() }),
  refusals: [],
  examples: [{ summary: 'All departments', input: {} }],
  async run(ctx) {
    return { items: await countByDepartment(ctx.db, dayOf(ctx.now)), nextCursor: null }
  },
})
