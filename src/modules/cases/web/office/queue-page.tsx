import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Pagination } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { staffFirst } from '#web/staff-first.ts'
import { loadQueue } from './load-queue.ts'
import caseStyles from './case-room.css?url'
import { liveHref } from '#web/live-href.ts'
import { liveOf, LivePart } from '#web/live-part.tsx'
import type { BulkAct } from './picked.ts'
import { QueueList } from './queue-list.tsx'
import { say } from './text.ts'
import { unitNamesFor } from '#web/unit-names.ts'

/** The list follows what colleagues do while it is looked at. */
export const handle: PageHandle = { script: liveHref }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const { pathname, searchParams } = new URL(request.url)
  const supervises = roles.some(({ role }) => role === 'supervisor')
  const mine = pathname !== '/office/unit' && !supervises
  // Tasks are those of the units in which one holds a role; who supervises looks at the queues of all.
  const live = await liveOf(context, supervises ? 'kernel.ledger' : 'kernel.tasks')
  const [queue, units] = await Promise.all([loadQueue(context, { mine, cursor: searchParams.get('cursor') }), unitNamesFor(context)])
  const holds = (...wanted: readonly string[]): boolean => roles.some(({ role }) => wanted.includes(role))
  const bulk: readonly BulkAct[] = [...(holds('reviewer', 'approver') ? (['agree'] as const) : []), ...(holds('unitHead') ? (['transfer'] as const) : [])]
  return { ...queue, live, units, mine, pathname, bulk, supervises }
}

export function links() {
  return [{ rel: 'stylesheet', href: caseStyles }]
}

type Loaded = Awaited<ReturnType<typeof loader>>

export function meta({ loaderData }: { readonly loaderData?: Loaded }) {
  return [{ title: loaderData ? headOf(loaderData) : say('title.office') }]
}

function headOf({ supervises, mine }: Pick<Loaded, 'supervises' | 'mine'>): string {
  return say(supervises ? 'queue.ofAll' : mine ? 'queue.mine' : 'queue.ofUnit')
}

/** What a reviewer or approver has to do, the most urgent first; beside it what waits for the whole unit. */
export default function QueuePage() {
  const { groups, live, units, mine, count, nextCursor, pathname, bulk, supervises } = useLoaderData<typeof loader>()
  return (
    <div className="wrap queue">
      <div className="row page-h">
        <h1 className="grow">{headOf({ supervises, mine })}</h1>
      </div>
      {supervises ? null : (
        <Tabs
          label={say('queue.tabs')}
          items={[
            { href: '/office', text: say('queue.tab.mine'), current: mine },
            { href: '/office/unit', text: say('queue.tab.unit'), current: !mine },
          ]}
        />
      )}
      <LivePart id="queue" live={live}>
        {count === 0 ? <p className="mt">{say(mine ? 'queue.empty.mine' : 'queue.empty.unit')}</p> : <QueueList groups={groups} units={units} path={supervises ? '/supervision/cases' : '/office/cases'} bulk={bulk} />}
        {nextCursor === null ? null : <Pagination summary={say('queue.page', { count })} nextHref={`${pathname}?cursor=${encodeURIComponent(nextCursor)}`} />}
      </LivePart>
      <ul className="legend-mini" aria-label={say('legend')}>
        <li>
          <ClockBadge state="run">{say('legend.run')}</ClockBadge>
        </li>
        <li>
          <ClockBadge state="near">{say('clock.today')}</ClockBadge>
        </li>
        <li>
          <ClockBadge state="over">{say('clock.over')}</ClockBadge>
        </li>
        <li>
          <ClockBadge state="stop">{say('clock.stopped')}</ClockBadge>
        </li>
        <li>{say('legend.days')}</li>
      </ul>
    </div>
  )
}
