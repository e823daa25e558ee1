import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { ButtonLink } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { say } from './calendar-text.ts'
import { lastDayWords } from './last-day.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const version = searchParams.get('version')
  const cursor = searchParams.get('cursor')
  const found = await call(context, 'kernel.list-due-date-moves', { limit: 50, ...(version !== null && { calendarVersion: Number(version) }), ...(cursor !== null && { cursor }) })
  return { ...found, version: found.recompute?.calendarVersion ?? Number(version) }
}

export function meta() {
  return [{ title: say('moves.title') }]
}

/** How many matters a change of the calendar touched, and every date that it moved. */
export default function CalendarMovesPage() {
  const { recompute, items, nextCursor, version } = useLoaderData<typeof loader>()
  const href = `/administration/calendar/moves?version=${version}`
  return (
    <div className="wrap stack">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/calendar">{say('back')}</a>
        </p>
        <h1>{say('moves.title')}</h1>
        <p className="meta">{say('moves.version', { version })}</p>
      </div>
      {recompute === null ? <p>{say('moves.none')}</p> : <Progress recompute={recompute} />}
      {recompute?.finishedAt ? null : (
        <p className="row">
          <ButtonLink kind="plain" href={href}>
            {say('moves.refresh')}
          </ButtonLink>
          <a href="/administration/calendar/moves">{say('moves.newest')}</a>
        </p>
      )}
      <Pane id="moves" title={say('moves.list')}>
        <Table
          caption={say('moves.list')}
          captionHidden
          rows={items}
          rowKey={({ timerId }) => timerId}
          empty={say('moves.empty')}
          columns={[
            { key: 'number', title: say('moves.number'), names: true, cell: ({ number }) => <span className="num">{number}</span> },
            { key: 'old', title: say('moves.old'), cell: ({ oldDueAt }) => lastDayWords(oldDueAt) },
            { key: 'new', title: say('moves.new'), cell: ({ newDueAt, provisional }) => (provisional ? say('moves.provisional', { day: lastDayWords(newDueAt) }) : lastDayWords(newDueAt)) },
          ]}
        />
        <ListPages summary={say('moves.page', { count: items.length })} base={href} nextCursor={nextCursor} />
      </Pane>
    </div>
  )
}

type Recompute = NonNullable<OutputOf<'kernel.list-due-date-moves'>['recompute']>

function Progress({ recompute: { finishedAt, matters, timers, moved, failed } }: { readonly recompute: Recompute }) {
  return (
    <FactsList
      as="summary"
      facts={[
        { term: say('moves.state'), value: say(finishedAt === null ? 'moves.running' : 'moves.finished') },
        { term: say('moves.matters'), value: say('moves.matters.value', { count: matters }) },
        { term: say('moves.timers'), value: say('moves.timers.value', { count: timers }) },
        { term: say('moves.moved'), value: say('moves.timers.value', { count: moved }) },
        ...(failed === 0 ? [] : [{ term: say('moves.failed'), value: say('moves.timers.value', { count: failed }) }]),
      ]}
    />
  )
}
