import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { staffFirst } from '#web/staff-first.ts'
import { figureHref } from '../figure-href.ts'
import { ReportTabs } from './report-tabs.tsx'
import { say } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const month = new URL(request.url).searchParams.get('month') ?? context.get(requestContext).today.slice(0, 7)
  return { month, ...(await call(context, 'reporting.get-scorecards', { month: `${month}-01` })) }
}

export function meta() {
  return [{ title: say('scorecards.title') }]
}

/** What every unit did in a month: one card for each, figures with their parts beside those of the month before. */
export default function ScorecardsPage() {
  const { month, from, to, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('scorecards.title')}</h1>
        <p>{say('scorecards.of', { year: month.slice(0, 4), month: Number(month.slice(5)) })}</p>
      </div>
      <ReportTabs current="/reports/scorecards" />
      <form className="filter" action="/reports/scorecards" method="get">
        <div>
          <label htmlFor="month">{say('scorecards.month')}</label>
          <TextInput id="month" name="month" type="month" width={16} defaultValue={month} required />
        </div>
        <Button kind="plain">{say('scorecards.show')}</Button>
      </form>
      {units.length === 0 ? <p>{say('scorecards.empty')}</p> : null}
      {units.map((unit) => (
        <Card key={unit.unitId} unit={unit} from={from} to={to} />
      ))}
    </div>
  )
}

interface CardProps {
  readonly unit: OutputOf<'reporting.get-scorecards'>['units'][number]
  readonly from: string
  readonly to: string
}

function Card({ unit, from, to }: CardProps) {
  return (
    <section className="sec" aria-labelledby={`unit-${unit.unitId}`}>
      <div className="lintel">
        <h2 id={`unit-${unit.unitId}`}>{unit.name}</h2>
      </div>
      <Table
        caption={unit.name}
        captionHidden
        rows={unit.figures}
        rowKey={({ metric }) => metric}
        empty={say('scorecards.noValue')}
        columns={[
          { key: 'figure', title: say('scorecards.figure'), names: true, cell: ({ metric, name }) => <a href={figureHref(metric, { from, to, unitId: unit.unitId })}>{name}</a> },
          { key: 'value', title: say('scorecards.value'), numeric: true, cell: ({ value }) => value ?? say('scorecards.noValue') },
          { key: 'parts', title: say('scorecards.parts'), numeric: true, cell: ({ numerator, denominator }) => (denominator === null ? '' : `${numerator}／${denominator}`) },
          { key: 'before', title: say('scorecards.before'), numeric: true, cell: ({ monthBefore }) => monthBefore ?? say('scorecards.noValue') },
        ]}
      />
    </section>
  )
}
