import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { organisationErrors } from '../errors.ts'
import { HallView, Key } from '../schema.ts'
import { getHall as getHallRow } from '../store/halls.ts'

export const getHall = defineOperation({
  name: 'organisation.get-hall',
  summary: 'One service hall with address, opening hours and zones',
  kind: 'query',
  http: { method: 'GET', path: '/halls/{hallId}' },
  access: 'public',
  input: z.object({ hallId: Key }),
  output: HallView,
  refusals: [organisationErrors.hallUnknown],
  examples: [{ summary: 'The district service centre', input: { hallId: 'qu-zhengwu' } }],
  async run(ctx, { hallId }) {
    return getHallRow(ctx.db, hallId)
  },
})
