import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Pagination, Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'
import { AdministrationTabs } from './administration-tabs.tsx'
import { say, wordOf } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  return call(context, 'organisation.list-units', { limit: 100, ...(cursor !== null && { cursor }) })
}

export function meta() {
  return [{ title: say('units.title') }]
}

export default function UnitsPage() {
  const { items, nextCursor } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <AdministrationTabs current="units" />
      <Table
        caption={say('units.title')}
        captionHidden
        rows={items}
        rowKey={(unit) => unit.id}
        empty={say('none')}
        columns={[
          { key: 'name', title: say('units.name'), names: true, cell: (unit) => <a href={`/administration/staff?unit=${unit.id}`}>{unit.name}</a> },
          { key: 'kind', title: say('units.kind'), cell: (unit) => wordOf('unitKinds', unit.kind) },
          { key: 'code', title: say('units.creditCode'), cell: (unit) => <span className="num">{unit.creditCode}</span> },
          { key: 'consult', title: say('units.consult'), cell: (unit) => <span className="num nw">{unit.phones.consult}</span> },
          { key: 'complaint', title: say('units.complaint'), cell: (unit) => <span className="num nw">{unit.phones.complaint}</span> },
        ]}
      />
      {nextCursor === null ? null : <Pagination summary={say('page', { count: items.length })} nextHref={`/administration?cursor=${nextCursor}`} />}
    </div>
  )
}
