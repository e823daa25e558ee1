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
  const page = await call(context, 'organisation.list-halls', { limit: 50, ...(cursor !== null && { cursor }) })
  return { ...page, mayChange: mayChange(context) }
}

export function meta() {
  return [{ title: say('halls.title') }]
}

export default function HallsPage() {
  const { items, nextCursor, mayChange: canRegister } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <AdministrationTabs current="halls" />
      {canRegister ? (
        <Actions>
          <ButtonLink kind="second" href="/administration/halls/new">
            {sayRecord('new.hall')}
          </ButtonLink>
        </Actions>
      ) : null}
      <Table
        caption={say('halls.title')}
        captionHidden
        rows={items}
        rowKey={(hall) => hall.id}
        empty={say('none')}
        columns={[
          { key: 'name', title: say('halls.name'), names: true, cell: (hall) => <a href={`/administration/halls/${hall.id}`}>{hall.name}</a> },
          { key: 'kind', title: say('units.kind'), cell: (hall) => wordOf('hallKinds', hall.kind) },
          { key: 'address', title: say('halls.address'), cell: (hall) => hall.address },
          { key: 'phone', title: say('halls.phone'), cell: (hall) => <span className="num nw">{hall.phone}</span> },
        ]}
      />
      <ListPages summary={say('page', { count: items.length })} base="/administration/halls" nextCursor={nextCursor} />
    </div>
  )
}
