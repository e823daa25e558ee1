import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { countPowers } from '../store/powers.ts'

export const countPowersOperation = defineOperation({
  name: 'publication.count-powers',
  summary: 'The units that have a power and duty list, with the number of entries',
  kind: 'query',
  http: { method: 'GET', path: '/power-lists' },
  access: 'public',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ unitId: z.string(), powers: z.number().int() })), nextCursor: z.null() }),
  refusals: [],
  examples: [{ summary: 'All lists', input: {} }],
  async run(ctx) {
    return { items: [...(await countPowers(ctx.db))], nextCursor: null }
  },
})
