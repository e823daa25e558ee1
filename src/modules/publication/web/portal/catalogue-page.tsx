import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { IndexList } from '#ui/index-list.tsx'
import { Select } from '#ui/inputs.tsx'
import { FilterField } from '#ui/list-view.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { type UnitNames, unitNamesFor } from '#web/unit-names.ts'
import { classWord, optionsOf, say, wordOf } from '../portal-text.ts'
import { type CatalogueSearch, readSearch, searchHref } from './catalogue-search.ts'

type Listed = OutputOf<'publication.list-records'>['items'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = readSearch(new URL(request.url).searchParams)
  const [found, counts, units] = await Promise.all([call(context, 'publication.list-records', { ...search, limit: 20 }), call(context, 'publication.count-records', {}), unitNamesFor(context)])
  return { search, found, counts, units }
}

export function meta() {
  return [{ title: say('open') }, ...['atom', 'rss'].map((format) => ({ tagName: 'link', rel: 'alternate', type: `application/${format}+xml`, title: say('open'), href: `/publications/feeds/all.${format}` }))]
}

const columns = (units: UnitNames): readonly Column<Listed>[] => [
  {
    key: 'title',
    title: say('column.title'),
    names: true,
    cell: (row) => (
      <>
        <a href={`/publications/records/${row.number}`}>{row.title}</a> {row.validity === 'valid' ? null : <Tag kind="stop">{wordOf('validities', row.validity)}</Tag>}
      </>
    ),
  },
  { key: 'index', title: say('column.index'), cell: (row) => <span className="num">{row.indexNo}</span> },
  { key: 'class', title: say('column.class'), cell: (row) => classWord(row.class) },
  { key: 'unit', title: say('column.unit'), cell: (row) => units[row.unitId] ?? '' },
  { key: 'published', title: say('column.published'), cell: (row) => longDayWords(row.publishedAt.slice(0, 10)) },
]

/** 政府信息公开: the catalogue with its search first, then the ways in. */
export default function CataloguePage() {
  const { search, found, counts, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('open')}</h1>
        <p>{say('open.lead')}</p>
      </div>
      <IndexList
        large
        items={[
          { href: '/publications/guide', title: say('guide'), line: say('guide.line') },
          { href: '/publications/powers', title: say('powers'), line: say('powers.line') },
          { href: '/publications?class=interpretation', title: wordOf('classes', 'interpretation'), line: say('records.count', { count: counts.interpretations }) },
        ]}
      />
      <Section id="catalogue" title={say('catalogue')} meta={say('catalogue.total', { count: counts.total })}>
        <SearchForm search={search} units={units} unitIds={counts.units.map(({ unitId }) => unitId)} />
        <Tabs
          label={say('column.class')}
          items={[
            { href: searchHref({ ...search, class: undefined }), text: say('class.all'), current: search.class === undefined },
            ...counts.classes.map((one) => ({ href: searchHref(search, { class: one.class }), text: wordOf('classes', one.class), count: one.records, current: search.class === one.class })),
          ]}
        />
        <Table caption={say('catalogue')} captionHidden columns={columns(units)} rows={found.items} rowKey={(row) => row.number} empty={say('catalogue.none')} />
        <ListPages summary={say('catalogue.page', { count: found.items.length })} base={searchHref(search, { cursor: undefined })} nextCursor={found.nextCursor} />
        <FeedLinks filed={search.class} />
      </Section>
    </div>
  )
}

function SearchForm({ search, units, unitIds }: { readonly search: CatalogueSearch; readonly units: UnitNames; readonly unitIds: readonly string[] }) {
  return (
    <form className="no-print" action="/publications" method="get" role="search">
      <div className="search">
        <input type="search" name="q" defaultValue={search.q} aria-label={say('search.label')} maxLength={200} autoComplete="off" enterKeyHint="search" />
        <Button>{say('search')}</Button>
      </div>
      {search.class === undefined ? null : <input type="hidden" name="class" value={search.class} />}
      <div className="row mt-s">
        <FilterField id="theme" label={say('column.theme')}>
          <Select id="theme" name="theme" width={24} defaultValue={search.theme ?? ''} options={[{ value: '', label: say('theme.all') }, ...optionsOf('themes')]} />
        </FilterField>
        <FilterField id="unitId" label={say('column.unit')}>
          <Select id="unitId" name="unitId" width={16} defaultValue={search.unitId ?? ''} options={[{ value: '', label: say('unit.all') }, ...unitIds.map((value) => ({ value, label: units[value] ?? value }))]} />
        </FilterField>
      </div>
    </form>
  )
}

function FeedLinks({ filed }: { readonly filed: string | undefined }) {
  const name = filed ?? 'all'
  return (
    <p className="meta no-print mt">
      {say('feeds')} <a href={`/publications/feeds/${name}.atom`}>Atom</a> <a href={`/publications/feeds/${name}.rss`}>RSS</a>
    </p>
  )
}
