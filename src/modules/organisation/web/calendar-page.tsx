import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { AdministrationTabs } from './administration-tabs.tsx'
import { type CalendarTextKey, say } from './calendar-text.ts'
import { NoticeName } from './notice-name.tsx'
import { say as sayOffice } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor')
  // The list of moves is asked first because it is the one that only the administration may see.
  const { recompute } = await call(context, 'kernel.list-due-date-moves', { limit: 1 })
  const found = await call(context, 'kernel.list-arrangements', { limit: 20, ...(cursor !== null && { cursor }) })
  return { ...found, recompute, thisYear: context.get(requestContext).today.slice(0, 4) }
}

export function meta() {
  return [{ title: sayOffice('calendar.title') }]
}

/** The years of which a notice is known, and what can be done to the calendar. */
export default function CalendarPage() {
  const { items, nextCursor, calendarVersion, recompute, thisYear } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <AdministrationTabs current="calendar" />
      <p className="meta mt">
        {say('list.version', { version: calendarVersion })}
        {recompute === null ? null : (
          <>
            {'　'}
            <a href={`/administration/calendar/moves?version=${recompute.calendarVersion}`}>{say('list.moves')}</a>
          </>
        )}
      </p>
      <WhoActs>
        <Actions>
          <ButtonLink href="/administration/calendar/publish">{say('list.publish')}</ButtonLink>
          <ButtonLink kind="second" href={`/administration/calendar/${thisYear}#closures`}>
            {say('list.closures')}
          </ButtonLink>
        </Actions>
      </WhoActs>
      <div className="mt">
        <Table
          caption={say('list')}
          rows={items}
          rowKey={({ year }) => String(year)}
          empty={say('list.none')}
          columns={[
            { key: 'year', title: say('year'), names: true, cell: ({ year }) => <a href={`/administration/calendar/${year}`}>{say('year.value', { year })}</a> },
            { key: 'notice', title: say('notice'), cell: ({ notice }) => <NoticeName notice={notice} /> },
            { key: 'edition', title: say('edition'), cell: ({ edition }) => editionWord(edition) },
            { key: 'publishedAt', title: say('publishedAt'), cell: ({ publishedAt }) => (publishedAt === null ? '—' : `${longDayWords(publishedAt)} ${instantWords(publishedAt).split(' ')[1]}`) },
            { key: 'days', title: say('days'), cell: ({ offDays, workedDays }) => say('days.value', { off: offDays.length, worked: workedDays.length }) },
          ]}
        />
      </div>
      <ListPages summary={sayOffice('page', { count: items.length })} base="/administration/calendar" nextCursor={nextCursor} />
    </div>
  )
}

function editionWord(edition: number): string {
  const key: CalendarTextKey = edition === 0 ? 'edition.shipped' : 'edition.value'
  return say(key, { edition })
}
