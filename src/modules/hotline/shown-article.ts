import { z } from 'zod'
import type { Day } from '#kernel/time/day.ts'
import type { Article } from './store/articles.ts'

export const ShownArticle = z.object({
  id: z.string(),
  version: z.number().int(),
  ownerUnitId: z.string(),
  category: z.string(),
  question: z.string(),
  answer: z.string(),
  basis: z.string(),
  implementCode: z.string().nullable(),
  expiresOn: z.string(),
  /** Nobody is answered from it any more until its unit has looked at it again. */
  expired: z.boolean(),
})

export function shownArticle({ writtenAt: _at, ...article }: Article, today: Day): z.input<typeof ShownArticle> {
  return { ...article, expired: article.expiresOn < today }
}
