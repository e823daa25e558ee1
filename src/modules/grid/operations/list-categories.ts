import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { categories, isComponent } from '../categories.ts'
import { handlingHours } from '../handling-hours.ts'

/** 网格服务管理事项清单: what is looked after, from when on it is filed, and how long it may take. Public. */
export const listCategories = defineOperation({
  name: 'grid.list-categories',
  summary: 'Lists the classes of components and events with the condition for filing and the limit in working hours',
  kind: 'query',
  http: { method: 'GET', path: '/grid/categories' },
  access: 'public',
  input: z.object({ kind: z.enum(['component', 'event']).optional() }),
  output: z.object({ items: z.array(z.object({ key: z.string(), kind: z.enum(['component', 'event']), group: z.string(), name: z.string(), condition: z.string(), hours: z.number().int(), unitKey: z.string() })), nextCursor: z.null() }),
  refusals: [],
  examples: [{ summary: 'All', input: {} }],
  async run(ctx, { kind }) {
    const items = categories.map((category) => ({ ...category, hours: handlingHours(ctx, category), kind: isComponent(category.key) ? ('component' as const) : ('event' as const) }))
    return { items: items.filter((item) => kind === undefined || item.kind === kind), nextCursor: null }
  },
})
