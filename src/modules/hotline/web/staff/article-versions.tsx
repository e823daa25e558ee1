import type { OutputOf } from '#app'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { categoryName, type HotlineTextKey, say } from '../text.ts'

type Versions = OutputOf<'hotline.list-article-versions'>
type Change = Versions['items'][number]['changes'][number]

const fieldWords = {
  category: 'column.category',
  question: 'articles.question',
  answer: 'articles.answer',
  basis: 'articles.basis',
  implementCode: 'articles.item',
  expiresOn: 'articles.expires',
} as const satisfies Record<Change['field'], HotlineTextKey>

/** Where the versions go on, from the address of the page; what is no number of a version shows the newest. */
export function versionsCursor(searchParams: URLSearchParams): { readonly cursor?: number } {
  const before = searchParams.get('before') ?? ''
  return /^[1-9]\d{0,5}$/.test(before) ? { cursor: Number(before) } : {}
}

/** What an article said before, with who wrote each version, when, and what it changed. */
export function ArticleVersions({ articleId, items, nextCursor }: Versions & { readonly articleId: string }) {
  return (
    <Section id="versions" title={say('versions')}>
      {items.map(({ version, writtenBy, writtenAt, changes }) => (
        <div key={version} className="mt">
          <h3>{say('versions.one', { version })}</h3>
          <p className="meta">{say('versions.by', { who: writtenBy ?? say('versions.shipped'), when: instantWords(writtenAt) })}</p>
          {changes.length > 0 ? <Changes version={version} changes={changes} /> : <p>{say(version === 1 ? 'versions.first' : 'versions.same')}</p>}
        </div>
      ))}
      <ListPages summary={say('versions.page', { count: items.length })} base={`/hotline/articles?article=${articleId}#versions`} nextCursor={nextCursor} name="before" />
    </Section>
  )
}

function Changes({ version, changes }: { readonly version: number; readonly changes: readonly Change[] }) {
  return (
    <Table
      caption={say('versions.one', { version })}
      captionHidden
      rows={changes}
      rowKey={({ field }) => field}
      empty={say('versions.same')}
      columns={[
        { key: 'field', title: say('versions.field'), names: true, cell: ({ field }) => say(fieldWords[field]) },
        { key: 'before', title: say('versions.before'), cell: ({ field, before }) => shown(field, before) },
        { key: 'after', title: say('versions.after'), cell: ({ field, after }) => shown(field, after) },
      ]}
    />
  )
}

function shown(field: Change['field'], text: string | null): string {
  if (text === null || field === 'category') return categoryName(text)
  return field === 'expiresOn' ? longDayWords(text) : text
}
