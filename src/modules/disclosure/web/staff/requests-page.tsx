import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { dueWords, say, wordOf } from '../text.ts'
import { OfficeTabs } from './office-tabs.tsx'

const views = ['toReceive', 'handling', 'toApprove', 'toDeliver', 'waiting', 'open', 'ended'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const roles = staff.roles.map(({ role }) => role)
  const view = views.find((one) => one === searchParams.get('view')) ?? (roles.includes('disclosureHead') ? 'toApprove' : 'open')
  const cursor = searchParams.get('cursor')
  const page = await call(context, 'disclosure.list-requests', { view, limit: 50, ...(cursor !== null && { cursor }) })
  return { ...page, view, roles, units: await unitNamesFor(context) }
}

type Row = OutputOf<'disclosure.list-requests'>['items'][number]

/** When it is due, that its clock stands still, or that none runs. */
function RowClock({ row }: { readonly row: Row }) {
  if (row.dueAt !== null) return <ClockBadge state={row.overdue ? 'over' : 'run'}>{dueWords(row)}</ClockBadge>
  return row.state === 'consulting' ? <ClockBadge state="stop">{say('clock.stopped')}</ClockBadge> : <ClockBadge state="done">{wordOf('states', row.state)}</ClockBadge>
}

export function meta() {
  return [{ title: say('office') }]
}

/** The applications to an agency by what they wait for, the oldest first. */
export default function RequestsPage() {
  const { items, nextCursor, view, roles, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('office')}</h1>
      </div>
      <OfficeTabs roles={roles} current="/disclosure-office" />
      <Tabs label={say('office.views')} items={views.map((one) => ({ href: `/disclosure-office?view=${one}`, text: say(`view.${one}`), current: one === view }))} />
      <Table
        caption={say('office')}
        captionHidden
        rows={items}
        rowKey={(row) => row.number}
        empty={say('office.none')}
        columns={[
          { key: 'clock', title: say('column.clock'), cell: (row) => <RowClock row={row} /> },
          { key: 'title', title: say('column.title'), names: true, cell: (row) => <a href={`/disclosure-office/requests/${row.number}`}>{row.title ?? say('untitled')}</a> },
          { key: 'unit', title: say('column.unit'), cell: (row) => units[row.unitId] ?? '' },
          { key: 'state', title: say('column.state'), cell: (row) => wordOf('states', row.state) },
          { key: 'kind', title: say('column.kind'), cell: (row) => wordOf('applicantKinds', row.applicantKind) },
          { key: 'channel', title: say('column.channel'), cell: (row) => wordOf('channels', row.channel) },
          { key: 'answer', title: say('column.answer'), cell: (row) => (row.answerKind === null ? '' : wordOf('answerKinds', row.answerKind)) },
          { key: 'number', title: say('column.number'), cell: (row) => <span className="num">{row.number}</span> },
        ]}
      />
      <ListPages summary={say('office.page', { count: items.length })} base={`/disclosure-office?view=${view}`} nextCursor={nextCursor} />
    </div>
  )
}
