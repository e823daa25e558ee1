import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { listQuestion } from '../list-question.ts'
import { SimpleList } from '../simple-list.tsx'
import { say, wordOf } from '../text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { page, roles } = listQuestion(context, request)
  return { ...(await call(context, 'supervision.list-bulletins', page)), roles }
}

export function meta() {
  return [{ title: say('bulletins') }]
}

/** 通报: written by the program every week and month. */
export default function BulletinsPage() {
  const { items, nextCursor, roles } = useLoaderData<typeof loader>()
  return (
    <SimpleList
      title={say('bulletins')}
      path="/supervision/bulletins"
      roles={roles}
      nextCursor={nextCursor}
      rows={items}
      rowKey={(row) => row.number}
      empty={say('bulletins.none')}
      columns={[
        { key: 'period', title: say('column.period'), names: true, cell: (row) => <a href={`/supervision/bulletins/${row.number}`}>{say('range', { from: longDayWords(row.from), to: longDayWords(row.to) })}</a> },
        { key: 'kind', title: say('column.kind'), cell: (row) => wordOf('bulletinPeriods', row.period) },
        { key: 'findings', title: say('column.findings'), numeric: true, cell: (row) => row.findings },
        { key: 'document', title: say('column.document'), cell: (row) => row.documentNumber },
        { key: 'issued', title: say('column.issued'), cell: (row) => instantWords(row.issuedAt) },
      ]}
    />
  )
}
