import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import { atomOf, type FeedEntry, rssOf } from '../feed.ts'
import { RecordClass } from '../schema.ts'
import { listPublishedRows } from '../store/record-lists.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }

const formats = { atom: { write: atomOf, type: 'application/atom+xml; charset=utf-8' }, rss: { write: rssOf, type: 'application/rss+xml; charset=utf-8' } } as const
const newest = 50

/** One feed for everything and one for each class, in both formats. */
export const getFeed = defineOperation({
  name: 'publication.get-feed',
  summary: 'The newest published records, all or of one class, as an Atom or RSS feed',
  kind: 'query',
  http: { method: 'GET', path: '/publication-feeds/{format}' },
  access: 'public',
  input: z.object({ format: z.enum(['atom', 'rss']), class: z.enum([...RecordClass.options, 'interpretation']).optional() }),
  output: z.instanceof(FileAnswer),
  refusals: [],
  examples: [{ summary: 'Normative documents as Atom', input: { format: 'atom', class: 'normative' } }],
  async run(ctx, { format, class: filed }) {
    const { publicUrl } = ctx.services.config
    const rows = (await listPublishedRows(ctx.db, { words: null, class: filed ?? null, theme: null, unitId: null, after: null, limit: newest })).slice(0, newest)
    const entries: FeedEntry[] = []
    for (const { number, title, summary, class: own, unitId, publishedAt } of rows) {
      entries.push({ url: `${publicUrl}/publications/records/${number}`, title, summary, category: words.classes[own ?? 'interpretation'], author: (await getUnit(ctx.db, unitId)).name, publishedAt })
    }
    const narrowed = filed === undefined ? '' : `?class=${filed}`
    const feed = {
      title: filed === undefined ? words.feed : `${words.feed}：${words.classes[filed]}`,
      author: (await getOffice(ctx.db)).name,
      pageUrl: `${publicUrl}/publications${narrowed}`,
      feedUrl: `${publicUrl}/publications/feeds/${filed ?? 'all'}.${format}`,
      updatedAt: rows[0]?.publishedAt ?? ctx.now,
      entries,
    }
    const { write, type } = formats[format]
    return new FileAnswer(Buffer.from(write(feed), 'utf8'), type, `${filed ?? 'all'}.${format}`, 'inline')
  },
})
