import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { AdministrationTabs } from './administration-tabs.tsx'
import { mayChange } from './may-change.ts'
import { say as sayRecord } from './record-text.ts'
import { say, wordOf } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  const page = await call(context, 'organisation.list-units', { limit: 100, ...(cursor !== null && { cursor }) })
  return { ...page, mayChange: mayChange(context) }
}

export function meta() {
  return [{ title: say('units.title') }]
}

export default function UnitsPage() {
  const { items, nextCursor, mayChange: canRegister } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <AdministrationTabs current="units" />
      {canRegister ? (
        <Actions>
          <ButtonLink kind="second" href="/administration/units/new">
            {sayRecord('new.unit')}
          </ButtonLink>
        </Actions>
      ) : null}
      <Table
        caption={say('units.title')}
        captionHidden
        rows={items.filter(({ closed }) => !closed)}
        rowKey={(unit) => unit.id}
        empty={say('none')}
        columns={[
          { key: 'name', title: say('units.name'), names: true, cell: (unit) => <a href={canRegister ? `/administration/units/${unit.id}` : `/administration/staff?unit=${unit.id}`}>{unit.name}</a> },
          { key: 'kind', title: say('units.kind'), cell: (unit) => wordOf('unitKinds', unit.kind) },
          { key: 'code', title: say('units.creditCode'), cell: (unit) => <span className="num">{unit.creditCode}</span> },
          { key: 'consult', title: say('units.consult'), cell: (unit) => <span className="num nw">{unit.phones.consult}</span> },
          { key: 'complaint', title: say('units.complaint'), cell: (unit) => <span className="num nw">{unit.phones.complaint}</span> },
        ]}
      />
      <ListPages summary={say('page', { count: items.length })} base="/administration" nextCursor={nextCursor} />
    </div>
  )
}
