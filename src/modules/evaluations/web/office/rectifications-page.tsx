import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { dueInstantWords, instantWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { liveHref } from '#web/live-href.ts'
import { liveOf, LivePart } from '#web/live-part.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { staffFirst } from '#web/staff-first.ts'
import { say, wordOf } from './text.ts'
import { unitNames } from './unit-name.ts'

/** The list follows what colleagues do while it is looked at. */
export const handle: PageHandle = { script: liveHref }

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const closed = searchParams.get('closed') === 'true'
  const cursor = searchParams.get('cursor')
  const live = await liveOf(context, 'kernel.tasks')
  const page = await call(context, 'evaluations.list-rectifications', { closed, limit: 50, ...(cursor !== null && { cursor }) })
  return { ...page, live, closed, units: await unitNames(context, page.items.map(({ unitId }) => unitId)) }
}

export function meta() {
  return [{ title: say('title') }]
}

/** Bad reviews that wait to be put right, the oldest first: the limits are the same for all. */
export default function RectificationsPage() {
  const { items, nextCursor, live, closed, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('title')}</h1>
      </div>
      <Tabs
        label={say('tabs')}
        items={[
          { href: '/reviews', text: say('tab.open'), current: !closed },
          { href: '/reviews?closed=true', text: say('tab.closed'), current: closed },
        ]}
      />
      <LivePart id="live-list" live={live}>
        <Table
          caption={say('title')}
          captionHidden
          rows={items}
          rowKey={(row) => row.number}
          empty={say(closed ? 'empty.closed' : 'empty.open')}
          columns={[
            { key: 'clock', title: say('column.clock'), cell: (row) => (closed ? <ClockBadge state="done">{say('clock.done')}</ClockBadge> : <ClockBadge state={row.overdue ? 'over' : 'run'}>{row.dueAt === null ? say('clock.none') : dueInstantWords(row.dueAt, row.dueProvisional)}</ClockBadge>) },
            { key: 'number', title: say('column.number'), names: true, cell: (row) => <a className="num" href={`/reviews/${row.number}`}>{row.number}</a> },
            { key: 'grade', title: say('column.grade'), cell: (row) => wordOf('grades', String(row.grade)) },
            { key: 'unit', title: say('column.unit'), cell: (row) => units[row.unitId] ?? row.unitId },
            { key: 'item', title: say('column.item'), cell: (row) => row.itemName ?? say('item.none') },
            { key: 'state', title: say('column.state'), cell: (row) => wordOf('states', row.state) },
            { key: 'opened', title: say('column.opened'), cell: (row) => instantWords(row.openedAt) },
          ]}
        />
        <ListPages summary={say('page', { count: items.length })} base={`/reviews?closed=${closed}`} nextCursor={nextCursor} />
      </LivePart>
    </div>
  )
}
