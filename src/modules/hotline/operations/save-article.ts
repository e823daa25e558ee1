import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { getOffice, getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { articleScope } from '../access.ts'
import { checkCategory } from '../categories.ts'
import { hotlineErrors } from '../errors.ts'
import { Key } from '../schema.ts'
import { findArticle, insertVersion } from '../store/articles.ts'

/** The unit that owns an article writes its next version; what was answered from an earlier one stays as it was. */
export const saveArticle = defineOperation({
  name: 'hotline.save-article',
  summary: 'Writes an article of the knowledge base, or the next version of one; only the unit that owns it may',
  kind: 'command',
  http: { method: 'POST', path: '/hotline/articles', status: 201 },
  access: { permission: 'hotline:write-articles' },
  input: z.object({
    articleId: Key,
    ownerUnitId: Key,
    category: Key,
    question: z.string().trim().min(1).max(200),
    answer: z.string().trim().min(1).max(3000),
    basis: z.string().trim().min(1).max(500),
    implementCode: z.string().regex(/^[0-9A-Z]{1,40}$/).nullable().default(null),
    expiresOn: Day,
  }),
  output: z.object({ articleId: z.string(), version: z.number().int() }),
  refusals: [hotlineErrors.categoryUnknown, hotlineErrors.articleForeign, hotlineErrors.expiryPast, organisationErrors.unitUnknown],
  examples: [
    {
      summary: 'When a food licence is needed',
      input: { articleId: 'food-licence-needed', ownerUnitId: 'shichang-jianguan', category: 'food-safety', question: '摆摊卖早餐要办食品经营许可吗', answer: '固定门店要办食品经营许可；食品摊贩按规定登记备案。', basis: '《食品安全法》第三十五条、第三十六条', expiresOn: '2027-09-30' },
    },
  ],
  async run(ctx, { articleId, ownerUnitId, ...article }) {
    must(checkCategory(article.category))
    if (article.expiresOn <= dayOf(ctx.now)) throw new Refusal(hotlineErrors.expiryPast, {}, [{ pointer: '/expiresOn', code: hotlineErrors.expiryPast.code }])
    await getUnit(ctx.db, ownerUnitId)
    const before = await findArticle(ctx.db, articleId, true)
    const scope = articleScope(ctx.caller, (await getOffice(ctx.db)).id)
    const isOwn = scope === 'all' || scope.includes(ownerUnitId)
    if (!isOwn || (before !== undefined && before.ownerUnitId !== ownerUnitId)) throw new Refusal(hotlineErrors.articleForeign)
    const version = (before?.version ?? 0) + 1
    await insertVersion(ctx.db, { ...article, id: articleId, ownerUnitId, version, writtenBy: actorOf(ctx.caller), writtenAt: ctx.now })
    return { articleId, version }
  },
})
