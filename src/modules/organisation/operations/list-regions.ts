import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { pageOf, paging } from '../paging.ts'
import { Region, RegionCode } from '../schema.ts'
import { listRegionRows } from '../store/regions.ts'

export const listRegions = defineOperation({
  name: 'organisation.list-regions',
  summary: 'Lists the regions directly below one, or the provinces when no parent is given',
  kind: 'query',
  http: { method: 'GET', path: '/regions' },
  access: 'public',
  input: z.object({ parent: RegionCode.optional(), ...paging }),
  output: z.object({ items: z.array(Region), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'Towns and streets of a district', input: { parent: '440114' } }],
  async run(ctx, { parent, limit, cursor }) {
    return pageOf(await listRegionRows(ctx.db, { parent, after: cursor, limit }), limit, (region) => region.code)
  },
})
