import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { listQuestion } from '../list-question.ts'
import { SimpleList } from '../simple-list.tsx'
import { say, wordOf } from '../text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { page, roles } = listQuestion(context, request)
  return { ...(await call(context, 'supervision.list-samples', page)), roles }
}

export function meta() {
  return [{ title: say('samples') }]
}

/** 回复质量抽查: the weekly samples. */
export default function SamplesPage() {
  const { items, nextCursor, roles } = useLoaderData<typeof loader>()
  return (
    <SimpleList
      title={say('samples')}
      path="/supervision/samples"
      roles={roles}
      nextCursor={nextCursor}
      rows={items}
      rowKey={(row) => row.number}
      empty={say('samples.none')}
      columns={[
        { key: 'week', title: say('column.week'), names: true, cell: (row) => <a href={`/supervision/samples/${row.number}`}>{say('range', { from: longDayWords(row.from), to: longDayWords(row.to) })}</a> },
        { key: 'drawn', title: say('column.drawn'), numeric: true, cell: (row) => row.drawn },
        { key: 'checked', title: say('column.checked'), numeric: true, cell: (row) => row.checked },
        { key: 'faulty', title: say('column.faulty'), numeric: true, cell: (row) => row.faulty },
        { key: 'state', title: say('column.state'), cell: (row) => wordOf('sampleStates', row.state) },
      ]}
    />
  )
}
