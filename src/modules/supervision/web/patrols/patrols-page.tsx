import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { hallNames } from '../hall-names.ts'
import { listQuestion } from '../list-question.ts'
import { SimpleList } from '../simple-list.tsx'
import { say, wordOf } from '../text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { page, roles } = listQuestion(context, request)
  return { ...(await call(context, 'supervision.list-patrols', page)), roles, halls: await hallNames(context) }
}

export function meta() {
  return [{ title: say('patrols') }]
}

/** 现场巡查: the patrols of halls by day; whoever is inspected sees what has come. */
export default function PatrolsPage() {
  const { items, nextCursor, roles, halls } = useLoaderData<typeof loader>()
  return (
    <SimpleList
      title={say('patrols')}
      path="/supervision/patrols"
      roles={roles}
      nextCursor={nextCursor}
      rows={items}
      rowKey={(row) => row.number}
      empty={say('patrols.none')}
      columns={[
        { key: 'hall', title: say('column.hall'), names: true, cell: (row) => <a href={`/supervision/patrols/${row.number}`}>{halls[row.hallId] ?? ''}</a> },
        { key: 'day', title: say('column.day'), cell: (row) => longDayWords(row.day) },
        { key: 'planned', title: say('column.planned'), numeric: true, cell: (row) => row.planned },
        { key: 'made', title: say('column.made'), numeric: true, cell: (row) => row.made },
        { key: 'faults', title: say('column.faults'), numeric: true, cell: (row) => row.faults },
        { key: 'state', title: say('column.state'), cell: (row) => wordOf('patrolStates', row.state) },
      ]}
    />
  )
}
