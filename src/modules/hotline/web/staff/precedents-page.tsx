import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { categoryName, say } from '../text.ts'
import { unitsFor } from '../unit-names.ts'
import { HotlineTabs } from './hotline-tabs.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  const page = await call(context, 'hotline.list-precedents', { limit: 50, ...(cursor !== null && { cursor }) })
  return { ...page, roles: staff.roles.map(({ role }) => role), units: (await unitsFor(context)).names }
}

export function meta() {
  return [{ title: say('precedents') }]
}

/** How disputes about duty were decided: the next one is decided alike. */
export default function PrecedentsPage() {
  const { items, nextCursor, roles, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('precedents')}</h1>
      </div>
      <HotlineTabs roles={roles} current="/hotline/precedents" />
      <Table
        caption={say('precedents')}
        captionHidden
        rows={items}
        rowKey={(row) => row.id}
        empty={say('precedents.none')}
        columns={[
          { key: 'category', title: say('column.category'), names: true, cell: (row) => categoryName(row.category) },
          { key: 'claim', title: say('precedents.claim'), cell: (row) => say(row.quote === null ? 'precedents.claim.line' : 'precedents.claim.quoted', { unit: units[row.unitId] ?? '', basis: row.basis, quote: row.quote ?? '' }) },
          { key: 'result', title: say('precedents.result'), cell: (row) => <Tag kind={row.upheld ? 'free' : 'stop'}>{say(row.upheld ? 'yes.upheld' : 'no.upheld')}</Tag> },
          { key: 'unit', title: say('precedents.unit'), cell: (row) => units[row.decidedUnitId ?? ''] ?? '' },
          { key: 'reasoning', title: say('field.reasoning'), cell: (row) => row.reasoning ?? '' },
          { key: 'at', title: say('precedents.at'), cell: (row) => (row.decidedAt === null ? '' : instantWords(row.decidedAt)) },
        ]}
      />
      <ListPages summary={say('orders.page', { count: items.length })} base="/hotline/precedents" nextCursor={nextCursor} />
    </div>
  )
}
