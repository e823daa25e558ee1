import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { listStaffNames } from '#modules/organisation/index.ts'
import { hotlineErrors } from '../errors.ts'
import { changesOf } from '../rules/article-changes.ts'
import { ARTICLE_FIELDS, Key } from '../schema.ts'
import { staffIdOf } from '../staff-of-actor.ts'
import { listVersionRows } from '../store/articles.ts'

/** More than anybody writes, and what the column holds. */
const mostVersions = 1_000_000

/** What an article said from when on: each answer that was given names its version. For those who keep articles, and the supervisors. */
export const listArticleVersions = defineOperation({
  name: 'hotline.list-article-versions',
  summary: 'Lists the versions of an article, newest first, with who wrote each of them and what it changed',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/articles/{articleId}/versions' },
  access: { permission: 'hotline:list-articles' },
  input: z.object({ articleId: Key, limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.coerce.number().int().min(1).max(mostVersions).optional() }),
  output: z.object({
    items: z.array(
      z.object({
        version: z.number().int(),
        writtenAt: z.string(),
        /** By name; null for what came with the program. */
        writtenBy: z.string().nullable(),
        changes: z.array(z.object({ field: z.enum(ARTICLE_FIELDS), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  refusals: [hotlineErrors.articleUnknown],
  examples: [{ summary: 'Night work on building sites', input: { articleId: 'night-work' } }],
  async run(ctx, { articleId, limit, cursor }) {
    const found = await listVersionRows(ctx.db, { id: articleId, before: cursor ?? null, limit })
    if (found.length === 0 && cursor === undefined) throw new Refusal(hotlineErrors.articleUnknown)
    const page = found.slice(0, limit)
    const names = await listStaffNames(ctx.db, page.flatMap(({ writtenBy }) => staffIdOf(writtenBy) ?? []))
    return {
      items: page.map(({ version, writtenAt, writtenBy, ...text }, place) => ({ version, writtenAt: instantText(writtenAt), writtenBy: names[staffIdOf(writtenBy) ?? ''] ?? null, changes: [...changesOf(text, found[place + 1])] })),
      nextCursor: found.length > limit ? String(page.at(-1)?.version) : null,
    }
  },
})
