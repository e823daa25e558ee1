import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { FactsList } from '#ui/facts.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { dayWords, instantWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import { namesFor } from '../places.ts'
import { categoryName, cellWords, say, wordOf } from '../text.ts'

/** The administrator keeps the inventory and handles no events: for him there is no list of them. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const component = await call(context, 'grid.get-component', { code: params['code'] ?? '' })
  const events = await attempt(context, 'grid.list-events', { view: 'all', componentCode: component.code, limit: 100 })
  return { component, events: events.ok ? events.value.items.toReversed() : null, names: await namesFor(context, [component.cellId]) }
}

export function meta({ params }: { readonly params: { readonly code?: string } }) {
  return [{ title: say('component.title', { code: params.code ?? '' }) }]
}

/** One component: where it stands, who keeps it, and what was wrong with it. */
export default function ComponentPage() {
  const { component, events, names } = useLoaderData<typeof loader>()
  const { code, cellId, address, surveyedOn, state } = component
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('component.title', { code })}</h1>
        <p className="meta">
          <a href="/grid-office/components">{say('component.back')}</a>
        </p>
      </div>
      <Section id="facts" title={categoryName(component.category)} meta={wordOf('componentStates', state)}>
        <FactsList
          facts={[
            { term: wordOf('componentFields', 'code'), value: code, code: true },
            { term: say('cell'), value: <a href={`/grid?cell=${cellId}`}>{cellWords(cellId, names.communities[cellId.slice(0, 12)])}</a> },
            { term: say('event.point'), value: `${component.longitude.toFixed(5)}, ${component.latitude.toFixed(5)}`, code: true },
            ...(address === null ? [] : [{ term: say('components.address'), value: address }]),
            { term: say('components.keeper'), value: names.units[component.unitId] ?? '' },
            ...(surveyedOn === null ? [] : [{ term: say('components.surveyed'), value: dayWords(surveyedOn) }]),
          ]}
        />
        {state === 'inUse' ? (
          <p className="mt">
            <a href={`/grid/report?component=${code}`}>{say('component.report')}</a>
          </p>
        ) : null}
      </Section>
      {events === null ? null : (
        <Section id="events" title={say('component.events')}>
          <Table
            caption={say('component.events')}
            captionHidden
            rows={events}
            rowKey={({ number }) => number}
            empty={say('component.events.none')}
            columns={[
              { key: 'number', title: say('column.number'), names: true, cell: ({ number }) => <a className="num" href={`/grid-office/events/${number}`}>{number}</a> },
              { key: 'category', title: say('column.category'), cell: ({ category }) => categoryName(category) },
              { key: 'state', title: say('column.state'), cell: (row) => wordOf('states', row.state) },
              { key: 'opened', title: say('column.opened'), cell: ({ openedAt }) => instantWords(openedAt) },
            ]}
          />
        </Section>
      )}
    </div>
  )
}
