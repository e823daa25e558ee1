import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Pane, Note } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { say } from './calendar-text.ts'
import { ClosureForm, Closures, closureInput, closureProblems } from './closures.tsx'
import { NoticeName } from './notice-name.tsx'
import { YearCalendar, type YearDay } from './year-calendar.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const year = Number(params['year'])
  // Nobody without this permission has anything to do here; a year that nobody has published is still shown.
  await call(context, 'kernel.list-due-date-moves', { limit: 1 })
  const [found, arrangement] = await Promise.all([call(context, 'kernel.get-year', { year }), attempt(context, 'kernel.get-arrangement', { year })])
  return { ...found, editions: arrangement.ok ? arrangement.value.editions : [], today: context.get(requestContext).today, formKey: crypto.randomUUID() }
}

/** Records a closure or ends one, and leads to what it moved. */
export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const options = { idempotencyKey: textOf(form, 'key') ?? '' }
  if (textOf(form, 'intent') === 'end') {
    const id = textOf(form, 'id') ?? ''
    const ended = await attempt(context, 'kernel.end-closure', { id, lastDay: textOf(form, 'lastDay') ?? '' }, options)
    if (ended.ok) return movesOf(ended.value.calendarVersion)
    const text = ended.refusal.fields.length > 0 ? say('problem.to') : ended.refusal.title
    return data({ title: say('closure.end.refused'), problems: [{ id: `end-${id}`, text }], filled: undefined }, { status: statusOf(ended.refusal.kind) })
  }
  const filled = closureInput(form)
  const added = await attempt(context, 'kernel.add-closure', filled, options)
  if (added.ok) return movesOf(added.value.calendarVersion)
  return data({ title: say('closure.refused'), problems: closureProblems(added.refusal), filled }, { status: statusOf(added.refusal.kind) })
}

function movesOf(calendarVersion: number) {
  return redirect(`/administration/calendar/moves?version=${calendarVersion}`, 303)
}

export function meta({ params }: { readonly params: { readonly year?: string } }) {
  return [{ title: say('year.title', { year: params.year ?? '' }) }]
}

/** A year of the working calendar: its months, the days unlike the plain week in words, its closures, its editions. */
export default function CalendarYearPage() {
  const { year, calendarVersion, workingDays, provisional, days, closures, editions, today, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap stack">
      <div className="page-h">
        <p className="meta">
          <a href="/administration/calendar">{say('back')}</a>
        </p>
        <h1>{say('year.title', { year })}</h1>
        <p className="meta">{say('year.meta', { count: workingDays, version: calendarVersion })}</p>
        <nav className="row" aria-label={say('year.beside')}>
          <a href={`/administration/calendar/${year - 1}`}>{say('year.previous', { year: year - 1 })}</a>
          <a href={`/administration/calendar/${year + 1}`}>{say('year.next', { year: year + 1 })}</a>
        </nav>
      </div>
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      {provisional ? <Note kind="near">{say('year.provisional')}</Note> : null}
      <Pane id="months" title={say('months')}>
        <YearCalendar days={days} today={today} />
      </Pane>
      <Pane id="special" title={say('special')}>
        <SpecialDays days={days} />
      </Pane>
      <Pane id="closures" title={say('closures')}>
        <p className="meta">{say('closures.meta')}</p>
        <Closures year={year} closures={closures} formKey={formKey} problems={refused?.problems ?? []} />
        <WhoActs>
          <ClosureForm year={year} formKey={formKey} filled={refused?.filled} problems={refused?.problems ?? []} />
        </WhoActs>
      </Pane>
      <Pane id="editions" title={say('editions')}>
        <ol>
          {editions.map(({ edition, notice, publishedAt }) => (
            <li key={edition}>
              {edition === 0 ? say('edition.shipped') : say('edition.value', { edition })} <NoticeName notice={notice} /> {publishedAt === null ? null : <span className="nw">{longDayWords(publishedAt)}</span>}
            </li>
          ))}
        </ol>
      </Pane>
    </div>
  )
}

function SpecialDays({ days }: { readonly days: readonly YearDay[] }) {
  return (
    <Table
      caption={say('special')}
      captionHidden
      rows={days.filter(({ why }) => why !== 'weekday' && why !== 'weekend')}
      rowKey={({ day }) => day}
      empty={say('special.none')}
      columns={[
        { key: 'day', title: say('special.day'), names: true, cell: ({ day }) => longDayWords(day) },
        { key: 'kind', title: say('special.kind'), cell: kindWord },
        { key: 'name', title: say('special.name'), cell: ({ name }) => name ?? '' },
        { key: 'source', title: say('special.source'), cell: ({ source }) => source ?? '' },
      ]}
    />
  )
}

function kindWord({ why, statutory }: YearDay): string {
  if (why === 'holiday') return say(statutory ? 'kind.statutory' : 'kind.holiday')
  return say(why === 'closure' ? 'kind.closure' : 'kind.make-up')
}
