import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { dayOf, parseDay } from '#kernel/time/day.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { articlesListed } from '../access.ts'
import { shownArticle, ShownArticle } from '../shown-article.ts'
import { listArticleRows } from '../store/articles.ts'

/** Where a page ended: day of expiry, `~`, article. */
const ArticleCursor = z.string().regex(/^\d{4}-\d{2}-\d{2}~[a-z][a-zA-Z0-9-]{0,59}$/).refine((text) => !Number.isNaN(Date.parse(text.slice(0, 10))))

/** What a unit has to keep true, that which expires first before the rest. */
export const listArticles = defineOperation({
  name: 'hotline.list-articles',
  summary: 'Lists the articles that the caller’s units own, those that expire first before the others',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/articles' },
  access: { permission: 'hotline:list-articles' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: ArticleCursor.optional() }),
  output: z.object({ items: z.array(ShownArticle), nextCursor: z.string().nullable() }),
  refusals: [],
  examples: [{ summary: 'What expires next', input: { limit: 10 } }],
  async run(ctx, { limit, cursor }) {
    const scope = articlesListed(ctx.caller, (await getOffice(ctx.db)).id)
    const [expiresOn, id] = cursor?.split('~') ?? []
    const found = await listArticleRows(ctx.db, { units: scope === 'all' ? null : scope, after: expiresOn === undefined || id === undefined ? null : { expiresOn: parseDay(expiresOn), id }, limit })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return { items: page.map((article) => shownArticle(article, dayOf(ctx.now))), nextCursor: found.length > limit && last !== undefined ? `${last.expiresOn}~${last.id}` : null }
  },
})
