import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { type Column, Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { type UnitNames, unitNamesFor } from '#web/unit-names.ts'
import { say } from './text.ts'

type Decision = OutputOf<'cases.list-decisions'>['items'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor')
  const [list, units] = await Promise.all([call(context, 'cases.list-decisions', { limit: 20, ...(cursor && { cursor }) }), unitNamesFor(context)])
  return { list, units }
}

export function meta() {
  return [{ title: say('decisions') }]
}

const columns = (units: UnitNames): readonly Column<Decision>[] => [
  { key: 'item', title: say('decisions.item'), names: true, cell: (decision) => decision.itemName },
  { key: 'applicant', title: say('decisions.applicant'), cell: (decision) => decision.applicantName },
  { key: 'unit', title: say('decisions.unit'), cell: (decision) => (decision.department === null ? '' : (units[decision.department] ?? decision.department)) },
  { key: 'decided', title: say('decisions.decided'), cell: (decision) => longDayWords(decision.decidedAt.slice(0, 10)) },
  { key: 'number', title: say('decisions.number'), cell: (decision) => <span className="num">{decision.number}</span> },
]

/** Grants, which the public may inspect (行政许可法 art. 40; C-28): applicants masked, refusals never. */
export default function DecisionsPage() {
  const { list, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('decisions')}</h1>
        <p>{say('decisions.lead')}</p>
      </div>
      <Table caption={say('decisions')} captionHidden columns={columns(units)} rows={list.items} rowKey={(decision) => decision.number} empty={say('decisions.none')} />
      <ListPages summary={say('decisions.page', { count: list.items.length })} base="/decisions" nextCursor={list.nextCursor} />
    </div>
  )
}
