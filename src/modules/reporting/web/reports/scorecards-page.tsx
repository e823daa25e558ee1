import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Button } from '#ui/button.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { type ListAddress, readListAddress, sortLink } from '#ui/list-address.ts'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { staffFirst } from '#web/staff-first.ts'
import { figureHref } from '../figure-href.ts'
import { ReportTabs } from './report-tabs.tsx'
import { say } from './text.ts'

type Unit = OutputOf<'reporting.get-scorecards'>['units'][number]
type Figure = Unit['figures'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const url = new URL(request.url)
  const month = url.searchParams.get('month') ?? context.get(requestContext).today.slice(0, 7)
  const { from, to, units } = await call(context, 'reporting.get-scorecards', { month: `${month}-01` })
  const metrics = units[0]?.figures.map(({ metric, name }) => ({ metric, name })) ?? []
  const address = readListAddress(url, { filters: { month: /^\d{4}-\d{2}$/, unit: /^[a-z0-9-]{1,60}$/ }, sorts: ['name', ...metrics.map(({ metric }) => metric)], order: 'name' })
  return { month, from, to, metrics, address, units: inOrder(units, address), one: units.find(({ unitId }) => unitId === address.filters['unit']) ?? null }
}

/** By the value of a figure; what has none comes last either way. Otherwise in the order of the office. */
function inOrder(units: readonly Unit[], { sort, descending }: ListAddress): readonly Unit[] {
  if (sort === 'name') return descending ? units.toReversed() : units
  const valueOf = ({ figures }: Unit): number | undefined => {
    const figure = figures.find(({ metric }) => metric === sort)
    return figure === undefined || figure.value === null ? undefined : figure.numerator / (figure.denominator ?? 1)
  }
  const [known, unknown] = [units.filter((unit) => valueOf(unit) !== undefined), units.filter((unit) => valueOf(unit) === undefined)]
  return [...known.toSorted((a, b) => ((valueOf(a) ?? 0) - (valueOf(b) ?? 0)) * (descending ? -1 : 1)), ...unknown]
}

export function meta() {
  return [{ title: say('scorecards.title') }]
}

/** What every unit did in a month: all units side by side, to be sorted by any figure, and the card of one with the month before. */
export default function ScorecardsPage() {
  const { month, from, to, metrics, address, units, one } = useLoaderData<typeof loader>()
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
      {one === null ? null : <Card unit={one} month={month} from={from} to={to} />}
      {one !== null ? null : units.length === 0 ? (
        <p>{say('scorecards.empty')}</p>
      ) : (
        <Table
          caption={say('scorecards.title')}
          captionHidden
          rows={units}
          rowKey={({ unitId }) => unitId}
          empty={say('scorecards.noValue')}
          columns={[
            { key: 'name', title: say('scorecards.unit'), names: true, sort: sortLink(address, 'name'), cell: ({ unitId, name }) => <a href={`/reports/scorecards?month=${month}&unit=${unitId}`}>{name}</a> },
            ...metrics.map(({ metric, name }) => ({
              key: metric,
              title: name,
              numeric: true,
              sort: sortLink(address, metric),
              cell: (unit: Unit) => <Value unit={unit} figure={unit.figures.find((each) => each.metric === metric)} from={from} to={to} />,
            })),
          ]}
        />
      )}
    </div>
  )
}

interface ValueProps {
  readonly unit: Unit
  readonly figure: Figure | undefined
  readonly from: string
  readonly to: string
}

/** One figure of one unit with what it is made of, and the way to its list. */
function Value({ unit, figure, from, to }: ValueProps) {
  if (figure === undefined || figure.value === null) return '—'
  return (
    <>
      <a href={figureHref(figure.metric, { from, to, unitId: unit.unitId })}>{figure.value}</a>
      {figure.denominator === null ? null : <p className="meta">{say('scorecards.share', { numerator: figure.numerator, denominator: figure.denominator })}</p>}
    </>
  )
}

function Card({ unit, month, from, to }: { readonly unit: Unit; readonly month: string; readonly from: string; readonly to: string }) {
  return (
    <section className="sec" aria-labelledby={`unit-${unit.unitId}`}>
      <div className="lintel">
        <h2 id={`unit-${unit.unitId}`}>{unit.name}</h2>
        <a href={`/reports/scorecards?month=${month}`}>{say('scorecards.all')}</a>
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
          { key: 'parts', title: say('scorecards.parts'), numeric: true, cell: ({ numerator, denominator }) => (denominator === null ? '' : say('scorecards.share', { numerator, denominator })) },
          { key: 'before', title: say('scorecards.before'), numeric: true, cell: ({ monthBefore }) => monthBefore ?? say('scorecards.noValue') },
        ]}
      />
    </section>
  )
}
