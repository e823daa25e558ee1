import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { DueCell } from '../due-cell.tsx'
import { listQuestion } from '../list-question.ts'
import { SimpleList } from '../simple-list.tsx'
import { say, wordOf } from '../text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { page, roles } = listQuestion(context, request)
  return { ...(await call(context, 'supervision.list-complaints', page)), roles, units: await unitNamesFor(context) }
}

export function meta() {
  return [{ title: say('complaints') }]
}

/** 服务投诉 for the inspectors: without the name of who complained. */
export default function ComplaintsPage() {
  const { items, nextCursor, roles, units } = useLoaderData<typeof loader>()
  return (
    <SimpleList
      title={say('complaints')}
      path="/supervision/complaints"
      roles={roles}
      nextCursor={nextCursor}
      rows={items}
      rowKey={(row) => row.number}
      empty={say('complaints.none')}
      columns={[
        { key: 'clock', title: say('column.clock'), cell: (row) => <DueCell {...row} /> },
        { key: 'title', title: say('field.title'), names: true, cell: (row) => <a href={`/supervision/complaints/${row.number}`}>{row.title ?? row.number}</a> },
        { key: 'unit', title: say('column.unit'), cell: (row) => units[row.unitId] ?? '' },
        { key: 'state', title: say('column.state'), cell: (row) => wordOf('complaintStates', row.state) },
        { key: 'filed', title: say('column.filed'), cell: (row) => instantWords(row.filedAt) },
        { key: 'number', title: say('column.number'), cell: (row) => <span className="num">{row.number}</span> },
      ]}
    />
  )
}
