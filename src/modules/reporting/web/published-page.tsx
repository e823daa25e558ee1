import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Rows } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { joined, partText } from '#ui/text.ts'
import { call } from '#web/call.ts'
import { instantWords, longDayWords } from '#web/day-words.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { say, versionOf } from './text.ts'

export const handle: PageHandle = { crumbs: () => [{ href: '/figures', text: say('title') }, { href: '/figures/published', text: say('published') }] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { items: periods } = await call(context, 'reporting.list-published-periods', {})
  const [from, to] = [params.get('from') ?? periods[0]?.from, params.get('to') ?? periods[0]?.to]
  if (from === undefined || to === undefined) return { periods, shown: undefined }
  const { items } = await call(context, 'reporting.list-published', { from, to, limit: 100 })
  // The latest publication first, its figures in the order in which reports show them.
  const figures = items.toSorted((one, other) => other.publishedAt.localeCompare(one.publishedAt) || (one.id < other.id ? -1 : 1))
  return { periods, shown: { from, to, figures } }
}

export function meta() {
  return [{ title: say('published') }]
}

/** Figures as they were published, with all that anyone needs to compute them again. */
export default function PublishedPage() {
  const { periods, shown } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('published')}</h1>
        <p>{say('publishedLead')}</p>
        <p>
          <a href="/figures">{say('toComputed')}</a>
        </p>
      </div>
      {shown === undefined ? <p>{say('publishedNone')}</p> : <Publication {...shown} />}
      {periods.length < 2 ? null : (
        <Section id="periods" title={say('publishedPeriods')}>
          <Rows
            items={periods.map(({ from, to, publishedAt, count }) => ({
              title: say('figures', { from: longDayWords(from), to: longDayWords(to) }),
              href: `/figures/published?from=${from}&to=${to}`,
              lines: [say('publishedAt', { at: instantWords(publishedAt), count })],
            }))}
          />
        </Section>
      )}
    </div>
  )
}

type Shown = NonNullable<Awaited<ReturnType<typeof loader>>['shown']>

function Publication({ from, to, figures }: Shown) {
  const query = `from=${from}&to=${to}`
  const title = say('publishedOf', { from: longDayWords(from), to: longDayWords(to) })
  return (
    <Section id="figures" title={title}>
      <Table
        caption={title}
        captionHidden
        rows={figures}
        rowKey={(figure) => figure.id}
        empty={say('none')}
        columns={[
          { key: 'name', title: say('name'), names: true, cell: (figure) => figure.name },
          { key: 'value', title: say('value'), numeric: true, cell: (figure) => figure.value },
          { key: 'parts', title: say('parts'), numeric: true, cell: (figure) => (figure.denominator === null ? figure.numerator : joined('share', [figure.numerator, figure.denominator])) },
          { key: 'counts', title: say('counts'), cell: (figure) => figure.counts ?? say('oldDefinition', { version: versionOf(figure.definition) }) },
          { key: 'version', title: say('version'), cell: (figure) => say('versionOf', { version: versionOf(figure.definition) }) },
          { key: 'cutOff', title: say('cutOffAt'), cell: (figure) => instantWords(figure.cutOffAt) },
          { key: 'checkpoint', title: say('checkpoint'), cell: (figure) => (figure.checkpointRoot === null ? say('checkpointNone') : say('checkpointOf', { size: figure.treeSize })) },
        ]}
      />
      {[...new Set(figures.flatMap(({ checkpointRoot }) => checkpointRoot ?? []))].map((root) => (
        <p key={root} className="meta">
          {say('checkpointRoot')}
          <code className="code-all">{root}</code>
        </p>
      ))}
      <p>
        {joined('label', [say('downloads'), ''])}
        <a href={`/api/v1/published-figures/csv?${query}`}>{say('downloadCsv')}</a>
        {partText('join.gap')}
        <a href={`/api/v1/published-figures?${query}&limit=100`}>{say('downloadJson')}</a>
      </p>
    </Section>
  )
}
