import { instantText } from '#kernel/time/instant-text.ts'

/** What a feed is about, and what stands in it, the newest first. */
export interface Feed {
  readonly title: string
  readonly author: string
  /** Where the list of the feed is read as a page. */
  readonly pageUrl: string
  readonly feedUrl: string
  readonly updatedAt: Date
  readonly entries: readonly FeedEntry[]
}

export interface FeedEntry {
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly category: string
  readonly author: string
  readonly publishedAt: Date
}

/** RFC 4287. */
export function atomOf({ title, author, pageUrl, feedUrl, updatedAt, entries }: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${text(feedUrl)}</id>
<title>${text(title)}</title>
<updated>${instantText(updatedAt)}</updated>
<author><name>${text(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${text(feedUrl)}"/>
<link rel="alternate" type="text/html" href="${text(pageUrl)}"/>
${entries.map(atomEntry).join('')}</feed>
`
}

function atomEntry({ url, title, summary, category, author, publishedAt }: FeedEntry): string {
  return `<entry><id>${text(url)}</id><title>${text(title)}</title><updated>${instantText(publishedAt)}</updated><author><name>${text(author)}</name></author><link href="${text(url)}"/><category term="${text(category)}"/><summary>${text(summary)}</summary></entry>
`
}

/** RSS 2.0, for readers that know no Atom. */
export function rssOf({ title, author, pageUrl, feedUrl, updatedAt, entries }: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>${text(title)}</title>
<link>${text(pageUrl)}</link>
<description>${text(`${author} ${title}`)}</description>
<language>zh-CN</language>
<lastBuildDate>${updatedAt.toUTCString()}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${text(feedUrl)}"/>
${entries.map(rssItem).join('')}</channel></rss>
`
}

function rssItem({ url, title, summary, category, author, publishedAt }: FeedEntry): string {
  return `<item><title>${text(title)}</title><link>${text(url)}</link><guid isPermaLink="true">${text(url)}</guid><pubDate>${publishedAt.toUTCString()}</pubDate><dc:creator>${text(author)}</dc:creator><category>${text(category)}</category><description>${text(summary)}</description></item>
`
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as XML 1.0 takes it: marks escaped, and signs left out that no XML document may hold. */
function text(value: string): string {
  return value.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '')
}
