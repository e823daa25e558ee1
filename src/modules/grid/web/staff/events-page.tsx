import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { ClockBadge, Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { dayWords, dueInstantWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { LEVELS } from '../../schema.ts'
import { namesFor } from '../places.ts'
import { categoryName, cellWords, say, wordOf } from '../text.ts'
import { CsvLinks } from './csv-links.tsx'
import { GridTabs } from './grid-tabs.tsx'

/** Which stages are somebody's: of a centre, of those who handle, of grid workers, of those who look on. */
const viewsOf = {
  gridCommander: ['toFile', 'toDispatch', 'toConclude', 'shelved', 'open', 'ended'],
  gridWorker: ['toVerify', 'toAccept', 'handling', 'open', 'ended'],
  reviewer: ['toAccept', 'handling', 'open', 'ended'],
  others: ['open', 'toFile', 'shelved', 'ended'],
} as const
type View = (typeof viewsOf)[keyof typeof viewsOf][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const roles = staffFirst(context, request).roles.map(({ role }) => role)
  const { searchParams } = new URL(request.url)
  const key = (['gridCommander', 'gridWorker', 'reviewer'] as const).find((role) => roles.includes(role)) ?? 'others'
  const views: readonly View[] = viewsOf[key]
  const view = views.find((one) => one === searchParams.get('view')) ?? views[0] ?? 'open'
  const level = LEVELS.find((one) => one === searchParams.get('level')) ?? null
  const overdue = searchParams.get('overdue') === 'yes'
  const cursor = searchParams.get('cursor')
  const cell = searchParams.get('cell')
  const page = await call(context, 'grid.list-events', { view, overdue, limit: 50, ...(level !== null && { level }), ...(cell !== null && { cellId: cell }), ...(cursor !== null && { cursor }) })
  return { ...page, view, views, level, overdue, cell, roles, names: await namesFor(context, [...page.items.map(({ cellId }) => cellId), ...(cell === null ? [] : [cell])]) }
}

export function meta() {
  return [{ title: say('events') }]
}

interface Choice {
  readonly view: string
  readonly level?: string | null
  readonly overdue?: boolean
  readonly cell?: string | null
}

function address({ view, level, overdue, cell }: Choice): string {
  return `/grid-office?view=${view}${level ? `&level=${level}` : ''}${overdue ? '&overdue=yes' : ''}${cell ? `&cell=${cell}` : ''}`
}

/** The list of a command centre: one tab for each stage, by level, and what is overdue. */
export default function EventsPage() {
  const { items, nextCursor, view, views, level, overdue, cell, roles, names } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('events')}</h1>
        <p className="meta">
          <a href={address({ view, level, cell, overdue: !overdue })}>{say(overdue ? 'events.all' : 'events.overdue')}</a>
        </p>
      </div>
      <GridTabs roles={roles} current="/grid-office" />
      <Tabs label={say('events.views')} items={views.map((one) => ({ href: address({ view: one, level, overdue, cell }), text: say(`view.${one}`), current: one === view }))} />
      <Tabs label={say('events.levels')} items={[{ href: address({ view, overdue, cell }), text: say('level.all'), current: level === null }, ...LEVELS.map((one) => ({ href: address({ view, level: one, overdue, cell }), text: wordOf('levels', one), current: one === level }))]} />
      {cell === null ? null : (
        <p className="note">
          {say('events.of-cell', { cell: cellWords(cell, names.communities[cell.slice(0, 12)]) })}　<a href={address({ view, level, overdue })}>{say('events.every-cell')}</a>
        </p>
      )}
      <Table
        caption={say('events')}
        captionHidden
        rows={items}
        rowKey={({ number }) => number}
        empty={say('events.none')}
        columns={[
          { key: 'clock', title: say('column.clock'), cell: (row) => (row.dueAt === null ? <ClockBadge state="done">{row.reviewOn === null ? say('clock.none') : say('clock.review', { day: dayWords(row.reviewOn) })}</ClockBadge> : <ClockBadge state={row.overdue ? 'over' : 'run'}>{dueInstantWords(row.dueAt, row.provisional)}</ClockBadge>) },
          { key: 'category', title: say('column.category'), names: true, cell: (row) => <a href={`/grid-office/events/${row.number}`}>{categoryName(row.category)}</a> },
          { key: 'cell', title: say('cell'), cell: ({ cellId }) => cellWords(cellId, names.communities[cellId.slice(0, 12)]) },
          { key: 'level', title: say('column.level'), cell: (row) => <Tag>{wordOf('levels', row.level)}</Tag> },
          { key: 'source', title: say('column.source'), cell: (row) => wordOf('sources', row.source) },
          { key: 'unit', title: say('column.unit'), cell: ({ leadUnitId }) => (leadUnitId === null ? '' : (names.units[leadUnitId] ?? '')) },
          { key: 'state', title: say('column.state'), cell: (row) => wordOf('states', row.state) },
          { key: 'number', title: say('column.number'), cell: ({ number }) => <span className="num">{number}</span> },
        ]}
      />
      <ListPages summary={say('events.page', { count: items.length })} base={address({ view, level, overdue, cell })} nextCursor={nextCursor} />
      {items.length === 0 ? null : <CsvLinks href={`/api/v1/grid/event-exports?view=${view}${level === null ? '' : `&level=${level}`}${overdue ? '&overdue=true' : ''}${cell === null ? '' : `&cellId=${cell}`}`} />}
    </div>
  )
}
