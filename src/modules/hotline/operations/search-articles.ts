import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf } from '#kernel/time/day.ts'
import { shownArticle, ShownArticle } from '../shown-article.ts'
import { searchArticleRows } from '../store/articles.ts'

/** For everybody: who finds the answer need not call. */
export const searchArticles = defineOperation({
  name: 'hotline.search-articles',
  summary: 'Finds articles of the knowledge base that answer a question and have not expired',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/answers' },
  access: 'public',
  input: z.object({ q: z.string().trim().max(200), limit: z.coerce.number().int().min(1).max(20).default(10) }),
  output: z.object({ items: z.array(ShownArticle) }),
  refusals: [],
  examples: [{ summary: 'How long does a residence permit take?', input: { q: '居住证' } }],
  async run(ctx, { q, limit }) {
    const day = dayOf(ctx.now)
    return { items: (await searchArticleRows(ctx.db, { words: q, day, limit })).map((article) => shownArticle(article, day)) }
  },
})
