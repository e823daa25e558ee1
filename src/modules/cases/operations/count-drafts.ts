import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { countDraftsOf } from '../store/drafts.ts'

/** Before a new version of an item is published: how many people are filling it in. A number and nothing of who they are. */
export const countDrafts = defineOperation({
  name: 'cases.count-drafts',
  summary: 'Counts the applications for an item that are being filled in',
  kind: 'query',
  access: { permission: 'cases:count-drafts' },
  input: z.strictObject({ implementCode: z.string().regex(/^[0-9A-Z]{31}$/) }),
  output: z.object({ drafts: z.int() }),
  refusals: [],
  async run(ctx, { implementCode }) {
    return { drafts: await countDraftsOf(ctx.db, implementCode, ctx.now) }
  },
})
