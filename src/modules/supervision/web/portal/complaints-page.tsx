import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ButtonLink } from '#ui/button.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { signInFirst } from '#web/sign-in-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { say, wordOf } from '../portal-text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  const page = await call(context, 'supervision.list-complaints', { limit: 20, ...(cursor !== null && { cursor }) })
  return { ...page, units: await unitNamesFor(context) }
}

export function meta() {
  return [{ title: say('own') }]
}

/** 我的投诉: what the person complained about, and how far it is. */
export default function OwnComplaintsPage() {
  const { items, nextCursor, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('own')}</h1>
        <p>{say('own.lead')}</p>
        <ButtonLink href="/complaints/new">{say('complain')}</ButtonLink>
      </div>
      <Table
        caption={say('own')}
        captionHidden
        rows={items}
        rowKey={(row) => row.number}
        empty={say('own.none')}
        columns={[
          { key: 'title', title: say('field.title'), names: true, cell: (row) => <a href={`/complaints/${row.number}`}>{row.title ?? row.number}</a> },
          { key: 'unit', title: say('column.unit'), cell: (row) => units[row.unitId] ?? '' },
          { key: 'state', title: say('column.state'), cell: (row) => wordOf('complaintStates', row.state) },
          { key: 'filed', title: say('column.filed'), cell: (row) => instantWords(row.filedAt) },
        ]}
      />
      <ListPages summary={say('page', { count: items.length })} base="/complaints" nextCursor={nextCursor} />
    </div>
  )
}
