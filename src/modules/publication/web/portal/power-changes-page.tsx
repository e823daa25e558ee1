import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { type Column, Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { type UnitNames, unitNamesFor } from '#web/unit-names.ts'
import { say, wordOf } from '../portal-text.ts'

type Change = OutputOf<'publication.list-power-changes'>['items'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor')
  const [list, units] = await Promise.all([call(context, 'publication.list-power-changes', { limit: 50, ...(cursor && { cursor }) }), unitNamesFor(context)])
  return { list, units }
}

export function meta() {
  return [{ title: say('powers.changes') }]
}

export const handle: PageHandle = { crumbs: () => [{ href: '/publications', text: say('open') }, { href: '/publications/powers', text: say('powers') }] }

const columns = (units: UnitNames): readonly Column<Change>[] => [
  { key: 'name', title: say('power.name'), names: true, cell: (change) => <a href={`/publications/powers/${change.id}`}>{change.name}</a> },
  { key: 'unit', title: say('column.unit'), cell: (change) => units[change.unitId] ?? '' },
  { key: 'change', title: say('power.change'), cell: (change) => wordOf('powerChanges', change.change) },
  { key: 'reason', title: say('power.reason'), cell: (change) => change.reason },
  { key: 'day', title: say('power.day'), cell: (change) => longDayWords(change.writtenAt.slice(0, 10)) },
]

/** 动态管理: everything that came into the lists, changed in them or left them, and why. */
export default function PowerChangesPage() {
  const { list, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('powers.changes')}</h1>
        <p>{say('powers.changes.lead')}</p>
      </div>
      <Table caption={say('powers.changes')} captionHidden columns={columns(units)} rows={list.items} rowKey={(change) => `${change.id}-${change.version}`} empty={say('powers.changes.none')} />
      <ListPages summary={say('powers.page', { count: list.items.length })} base="/publications/powers/changes" nextCursor={list.nextCursor} />
    </div>
  )
}
