import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { RecordNumber } from '../schema.ts'
import { countView } from '../store/views.ts'

/** 浏览次数 of the header of S000. The page counts itself; reading a record through the API counts nothing. */
export const countViewOperation = defineOperation({
  name: 'publication.count-view',
  summary: 'Counts one opening of the page of a public record',
  kind: 'command',
  access: 'public',
  input: z.object({ number: RecordNumber }),
  output: z.object({}),
  refusals: [],
  async run(ctx, { number }) {
    await countView(ctx.db, number)
    return {}
  },
})
