import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { deleteExpiredDrafts } from '../store/drafts.ts'

/** Run by the job of every night: nobody's half-filled form stays longer than was said. */
export const forgetDrafts = defineOperation({
  name: 'cases.forget-drafts',
  summary: 'Deletes the drafts whose time is over',
  kind: 'command',
  access: { permission: 'cases:apply-law' },
  input: z.object({}),
  output: z.object({ forgotten: z.int() }),
  refusals: [],
  async run({ db, now }) {
    return { forgotten: await deleteExpiredDrafts(db, now) }
  },
})
