import { type LoaderFunctionArgs, type RouterContextProvider, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Tabs } from '#ui/tabs.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { ListPages } from '#web/list-pages.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { staffFirst } from '#web/staff-first.ts'
import { caseNumberIn, type CaseSearch, searchCase } from './find-case.ts'
import { HandledList } from './handled-list.tsx'
import { loadHandled, loadQueue, type QueuePage } from './load-queue.ts'
import caseStyles from './case-room.css?url'
import { liveHref } from '#web/live-href.ts'
import { liveOf, LivePart } from '#web/live-part.tsx'
import type { BulkAct } from './picked.ts'
import { type QueueAddress, queueHref, queueViews, readQueueAddress } from './queue-address.ts'
import { QueueFilter } from './queue-filter.tsx'
import { QueueList } from './queue-list.tsx'
import { say } from './text.ts'
import { unitNamesFor } from '#web/unit-names.ts'

type Context = Readonly<RouterContextProvider>

/** The list follows what colleagues do while it is looked at. */
export const handle: PageHandle = { script: liveHref }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const supervises = roles.some(({ role }) => role === 'supervisor')
  const read = readQueueAddress(request.url)
  const asked: QueueAddress = supervises ? { ...read, view: 'unit' } : read
  // Tasks are those of the units in which one holds a role; who supervises looks at the queues of all.
  const live = await liveOf(context, supervises ? 'kernel.ledger' : 'kernel.tasks')
  const holds = (...wanted: readonly string[]): boolean => roles.some(({ role }) => wanted.includes(role))
  const bulk: readonly BulkAct[] = [...(holds('reviewer', 'approver') ? (['agree'] as const) : []), ...(holds('unitHead') ? (['transfer'] as const) : [])]
  const [lines, summary, units] = await Promise.all([
    linesOf(context, asked),
    supervises ? undefined : call(context, 'cases.summarise-queue', { mine: String(asked.view !== 'unit') }),
    unitNamesFor(context),
  ])
  return { lines, asked, live, summary, units, bulk, supervises }
}

/** One page of a list: open tasks, with what came of a number that was typed; or what the reader did. */
type Lines = { readonly of: 'tasks'; readonly page: QueuePage; readonly search: CaseSearch | undefined } | { readonly of: 'handled'; readonly page: OutputOf<'cases.list-handled'> }

/** The lines that are asked for. A number that was typed leads to its case, or is said to have none above the whole list. */
async function linesOf(context: Context, asked: QueueAddress): Promise<Lines> {
  const { view, q, cursor } = asked
  if (view === 'waiting' || view === 'done') return { of: 'handled', page: await loadHandled(context, view, cursor) }
  const search = caseNumberIn(q) === undefined ? undefined : await searchCase(context, q, '/office/cases')
  return { of: 'tasks', search, page: await loadQueue(context, { ...asked, q: search === undefined ? q : '', mine: view !== 'unit', stopped: view === 'stopped' }) }
}

export function links() {
  return [{ rel: 'stylesheet', href: caseStyles }]
}

type Loaded = Awaited<ReturnType<typeof loader>>

export function meta({ loaderData }: { readonly loaderData?: Loaded }) {
  return [{ title: loaderData ? headOf(loaderData) : say('title.office') }]
}

function headOf({ supervises, asked }: Pick<Loaded, 'supervises' | 'asked'>): string {
  return say(supervises ? 'queue.ofAll' : asked.view === 'unit' ? 'queue.ofUnit' : 'queue.mine')
}

/** What a reviewer or approver has to do, the most urgent first; beside it what waits for others, what stands still, what is done, and what waits for the whole unit. */
export default function QueueRoom() {
  const { asked, lines, live, summary, units, bulk, supervises } = useLoaderData<typeof loader>()
  return (
    <div className="wrap queue">
      <div className="row page-h">
        <h1 className="grow">{headOf({ supervises, asked })}</h1>
      </div>
      {summary ? (
        <LivePart id="queue-tabs" live={live}>
          <Tabs label={say('queue.tabs')} items={queueViews.map((view) => ({ href: queueHref({ view }), text: say(`queue.tab.${view}`), current: view === asked.view, ...(view !== 'unit' && { count: summary[view] }) }))} />
        </LivePart>
      ) : null}
      {summary && lines.of === 'tasks' ? <QueueFilter asked={asked} items={summary.items} search={lines.search} /> : null}
      <LivePart id="queue" live={live}>
        {lines.of === 'handled' ? (
          <div className="mt">
            <HandledList steps={lines.page.items} caption={say(`queue.tab.${asked.view}`)} />
          </div>
        ) : lines.page.count === 0 ? (
          <p className="mt">{emptyWords(asked, lines.search !== undefined)}</p>
        ) : (
          <QueueList groups={lines.page.groups} units={units} path={supervises ? '/supervision/cases' : '/office/cases'} bulk={bulk} />
        )}
        <ListPages summary={say('queue.page', { count: lines.of === 'handled' ? lines.page.items.length : lines.page.count })} base={queueHref({ ...asked, cursor: null })} nextCursor={lines.page.nextCursor} />
      </LivePart>
      {lines.of === 'tasks' ? <Legend /> : null}
    </div>
  )
}

/** Why a list is empty: nothing fits what was asked for, or nothing is there. A number narrows nothing. */
function emptyWords({ view, q, item }: QueueAddress, byNumber: boolean): string {
  if ((q !== '' && !byNumber) || item !== '') return say('queue.empty.narrowed')
  return say(view === 'unit' || view === 'stopped' ? `queue.empty.${view}` : 'queue.empty.mine')
}

function Legend() {
  return (
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
  )
}
