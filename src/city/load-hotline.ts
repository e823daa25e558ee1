import type { CallOptions } from '#kernel/contract/call.ts'
import { parseDay } from '#kernel/time/day.ts'
import type { App } from '../app.ts'
import articles from '../../data/hotline/articles.json' with { type: 'json' }
import examples from '../../data/hotline/dispatched-examples.json' with { type: 'json' }
import { loader } from './loader.ts'

/** Gives the hotline its first articles and what its classifier learns from, as the loader. */
export async function loadHotline(app: App, options: CallOptions = {}): Promise<void> {
  const loaded = await app.call('hotline.load-shipped', loader, { articles: articles.map((article) => ({ ...article, expiresOn: parseDay(article.expiresOn) })), examples }, options)
  app.services.log.info('hotline loaded', loaded)
}
