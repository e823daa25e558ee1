import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { InputOf, OutputOf } from '#app'
import { ButtonLink } from '#ui/button.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { dueInstantWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { type UnitNames, unitNamesFor } from '#web/unit-names.ts'
import { classWord, say, wordOf } from '../text.ts'
import { OfficeTabs } from './office-tabs.tsx'

type Row = OutputOf<'publication.list-own-records'>['items'][number]
type View = NonNullable<InputOf<'publication.list-own-records'>['view']>

const views = ['drafts', 'toReview', 'toPublish', 'toWithdraw', 'overdue', 'published', 'ended'] as const satisfies readonly View[]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const edits = roles.some(({ role }) => role === 'publicationEditor')
  const view = views.find((one) => one === searchParams.get('view')) ?? (edits ? 'drafts' : 'toReview')
  const cursor = searchParams.get('cursor')
  const page = await call(context, 'publication.list-own-records', { view, limit: 50, ...(cursor !== null && { cursor }) })
  return { ...page, view, edits, units: await unitNamesFor(context) }
}

export function meta() {
  return [{ title: say('office') }]
}

const columns = (units: UnitNames): readonly Column<Row>[] => [
  { key: 'clock', title: say('column.clock'), cell: (row) => (row.dueAt === null ? <ClockBadge state="done">{say('clock.done')}</ClockBadge> : <ClockBadge state={row.overdue ? 'over' : 'run'}>{dueInstantWords(row.dueAt, row.dueProvisional)}</ClockBadge>) },
  { key: 'title', title: say('column.title'), names: true, cell: (row) => <a href={`/publication-office/records/${row.number}`}>{row.title}</a> },
  { key: 'class', title: say('column.class'), cell: (row) => classWord(row.class) },
  { key: 'unit', title: say('column.unit'), cell: (row) => units[row.unitId] ?? '' },
  { key: 'state', title: say('column.state'), cell: (row) => wordOf('states', row.state) },
  { key: 'number', title: say('column.number'), cell: (row) => <span className="num">{row.indexNo ?? row.number}</span> },
]

/** What the unit writes, what waits for its review, what has to go out and what is late. */
export default function RecordsPage() {
  const { items, nextCursor, view, edits, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('office')}</h1>
        {edits ? <ButtonLink href="/publication-office/new">{say('office.new')}</ButtonLink> : null}
      </div>
      <OfficeTabs current="/publication-office" />
      <Tabs label={say('office.views')} items={views.map((one) => ({ href: `/publication-office?view=${one}`, text: say(`view.${one}`), current: one === view }))} />
      <Table caption={say(`view.${view}`)} captionHidden rows={items} rowKey={(row) => row.number} empty={say('office.none')} columns={columns(units)} />
      <ListPages summary={say('catalogue.page', { count: items.length })} base={`/publication-office?view=${view}`} nextCursor={nextCursor} />
    </div>
  )
}
