import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Day } from '#kernel/time/day.ts'
import { Key } from '../schema.ts'
import { findArticle, insertVersion } from '../store/articles.ts'
import { learnDispatch } from '../suggestion.ts'

/** The articles and the dispatched examples that ship with the program. What is there stays, so that loading may be repeated. */
export const loadShipped = defineOperation({
  name: 'hotline.load-shipped',
  summary: 'Loads the articles and the examples of dispatched appeals that ship with the program',
  kind: 'command',
  access: { permission: 'hotline:load' },
  input: z.object({
    articles: z.array(z.object({ articleId: Key, ownerUnitId: Key, category: Key, question: z.string(), answer: z.string(), basis: z.string(), implementCode: z.string().nullable(), expiresOn: Day })),
    examples: z.array(z.object({ text: z.string(), category: Key, unitId: Key })),
  }),
  output: z.object({ articles: z.number().int(), examples: z.number().int() }),
  refusals: [],
  async run(ctx, { articles, examples }) {
    let added = 0
    for (const { articleId, ...article } of articles) {
      if ((await findArticle(ctx.db, articleId)) !== undefined) continue
      await insertVersion(ctx.db, { ...article, id: articleId, version: 1, writtenBy: actorOf(ctx.caller), writtenAt: ctx.now })
      added += 1
    }
    // The examples are learnt with the first articles and never again: a second time would weigh them double.
    const taught = added === articles.length ? examples : []
    for (const { text, ...chosen } of taught) await learnDispatch(ctx.db, text, chosen)
    return { articles: added, examples: taught.length }
  },
})
