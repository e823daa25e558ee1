import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { liveErrors } from '../errors.ts'
import { askedTopics, readStates, tokenOf, watchedBy } from '../watched.ts'

/** Asked before a page reads what it shows, so that nothing that changes while it is read is missed. */
export const getLiveState = defineOperation({
  name: 'kernel.get-live-state',
  summary: 'Tells how far the things stand that a page is going to watch',
  kind: 'query',
  access: 'signed-in',
  input: z.strictObject({ topics: z.string().regex(askedTopics) }),
  output: z.object({ token: z.string() }),
  refusals: [liveErrors.topicUnknown],
  examples: [{ summary: 'The open tasks of my units', input: { topics: 'kernel.tasks' } }],
  async run(ctx, { topics }) {
    const watched = await watchedBy(ctx, ctx.services.liveTopics, topics)
    return { token: tokenOf(watched, await readStates(ctx.db, watched)) }
  },
})
