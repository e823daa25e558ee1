import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import type { AppealText } from '../schema.ts'
import { listOfPerson } from '../store/order-lists.ts'

/** What a person has filed while signed in. */
export const listOwn = defineOperation({
  name: 'hotline.list-own',
  summary: 'Lists the orders that the signed-in person filed, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/own-orders' },
  access: { permission: 'hotline:escalate' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.uuid().optional() }),
  output: z.object({ items: z.array(z.object({ number: z.string(), state: z.string(), kind: z.string(), openedAt: z.string(), title: z.string().nullable() })), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'The latest', input: {} }],
  async run(ctx, { limit, cursor }) {
    const personId = ctx.caller.kind === 'person' ? ctx.caller.id : null
    const found = personId === null ? [] : await listOfPerson(ctx.db, { personId, before: cursor ?? null, limit })
    const page = found.slice(0, limit)
    const opened = await ctx.services.vault.openMany<AppealText>(ctx.db, page.map(({ callerId, sealedAppeal }) => ({ subjectId: callerId, box: sealedAppeal })))
    return {
      items: page.map(({ number, state, kind, openedAt }, place) => ({ number, state, kind, openedAt: instantText(openedAt), title: opened[place]?.title ?? null })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
