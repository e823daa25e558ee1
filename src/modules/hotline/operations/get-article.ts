import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { hotlineErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { shownArticle, ShownArticle } from '../shown-article.ts'
import { findArticle } from '../store/articles.ts'

export const getArticle = defineOperation({
  name: 'hotline.get-article',
  summary: 'Shows the current version of an article of the knowledge base',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/articles/{articleId}' },
  access: 'public',
  input: z.object({ articleId: Key }),
  output: ShownArticle,
  refusals: [hotlineErrors.articleUnknown],
  examples: [{ summary: 'Night work on building sites', input: { articleId: 'night-work' } }],
  async run(ctx, { articleId }) {
    const article = await findArticle(ctx.db, articleId)
    if (article === undefined) throw new Refusal(hotlineErrors.articleUnknown)
    return shownArticle(article, dayOf(ctx.now))
  },
})
