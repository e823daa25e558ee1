import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/inputs.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { say, wordOf } from './text.ts'
import { unitNamesFor } from '#web/unit-names.ts'

const states = ['submitted', 'received', 'correctionRequested', 'corrected', 'inReview', 'suspended', 'decided', 'issued', 'delivered', 'archived', 'notRequired', 'outOfScope', 'acceptanceRefused', 'withdrawn', 'deemedWithdrawn', 'revoked'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const state = searchParams.get('state') ?? ''
  const cursor = searchParams.get('cursor')
  const [page, units] = await Promise.all([
    call(context, 'cases.list-cases', { limit: 50, ...(state !== '' && { state }), ...(cursor !== null && { cursor }) }),
    unitNamesFor(context),
  ])
  return { ...page, units, state }
}

export function meta() {
  return [{ title: say('title.supervision') }]
}

/** Every case of the city for those who watch and change nothing. */
export default function AllCasesPage() {
  const { items, nextCursor, units, state } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('supervision.title')}</h1>
      </div>
      <form className="filter" action="/supervision/cases" method="get">
        <div>
          <label htmlFor="state">{say('supervision.state')}</label>
          <Select id="state" name="state" defaultValue={state} options={[{ value: '', label: say('supervision.allStates') }, ...states.map((value) => ({ value, label: wordOf('states', value) }))]} />
        </div>
        <Button kind="plain">{say('supervision.filter')}</Button>
      </form>
      <Table
        caption={say('supervision.title')}
        captionHidden
        rows={items}
        rowKey={(row) => row.number}
        empty={say('supervision.empty')}
        columns={[
          { key: 'item', title: say('queue.case'), names: true, cell: (row) => <a href={`/supervision/cases/${row.number}`}>{row.itemName}</a> },
          { key: 'applicant', title: say('fact.applicant'), cell: (row) => row.applicantName },
          { key: 'unit', title: say('queue.unit'), cell: (row) => (row.department === null ? '' : (units[row.department] ?? row.department)) },
          { key: 'state', title: say('supervision.state'), cell: (row) => (row.outcome === null ? wordOf('states', row.state) : say('supervision.ended', { state: wordOf('states', row.state), outcome: wordOf('outcomes', row.outcome) })) },
          { key: 'opened', title: say('fact.submitted'), cell: (row) => instantWords(row.openedAt) },
          { key: 'number', title: say('supervision.number'), cell: (row) => <span className="num">{row.number.slice(-12)}</span> },
        ]}
      />
      <ListPages summary={say('queue.page', { count: items.length })} base={`/supervision/cases?state=${state}`} nextCursor={nextCursor} />
    </div>
  )
}
