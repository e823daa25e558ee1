import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Table } from '#ui/table.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dayWords, instantWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { ListPages } from '#web/list-pages.tsx'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import type { ReportFormat, ReportKind } from '../../schema.ts'
import { PeriodFields } from './period-fields.tsx'
import { ReportTabs } from './report-tabs.tsx'
import { say } from './text.ts'

/** What can be asked for: kind and format in one choice. */
const choices = ['half-year.docx', 'half-year.xlsx', 'scorecards.xlsx', 'disclosure-annual.docx'] as const
/** Of all units together: for the supervisors. Units get their own from their annual table. */
const supervisorsOnly: readonly string[] = ['disclosure-annual.docx']

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { roles } = staffFirst(context, request)
  const { today } = context.get(requestContext)
  const cursor = new URL(request.url).searchParams.get('cursor')
  const asked = await call(context, 'reporting.list-reports', { limit: 20, ...(cursor !== null && { cursor }) })
  const offered = roles.some(({ role }) => role === 'supervisor') ? choices : choices.filter((choice) => !supervisorsOnly.includes(choice))
  return { asked, offered, from: `${today.slice(0, 4)}-01-01`, to: today, formKey: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const chosen = choices.find((choice) => choice === textOf(form, 'what')) ?? choices[0]
  const [from, to] = [textOf(form, 'from') ?? '', textOf(form, 'to') ?? '']
  const [kind, format] = chosen.split('.') as [ReportKind, ReportFormat]
  const answer = await attempt(context, 'reporting.request-report', { kind, format, from, to }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (answer.ok) return redirect('/reports#mine', 303)
  const text = answer.refusal.kind === 'invalid' ? say('period.wrong') : answer.refusal.title
  return data({ problem: text, from, to, chosen }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('reports.title') }]
}

/** Reports are asked for here, written by a job, and lie ready as they were written. */
export default function ReportsPage() {
  const shown = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('reports.title')}</h1>
        <p>{say('reports.lead')}</p>
      </div>
      <ReportTabs current="/reports" />
      {refused ? <ErrorSummary title={say('reports.refused')} problems={[{ id: 'from', text: refused.problem }]} /> : null}
      <section className="sec" aria-labelledby="new-title">
        <div className="lintel">
          <h2 id="new-title">{say('reports.new')}</h2>
        </div>
        <form action="/reports" method="post">
          <input type="hidden" name="key" value={shown.formKey} />
          <Radios name="what" legend={say('reports.kind')} hint={say('reports.scorecardsHint')} options={shown.offered.map((value) => ({ value, label: say(`reports.${value}`) }))} value={refused?.chosen ?? choices[0]} />
          <PeriodFields from={refused?.from ?? shown.from} to={refused?.to ?? shown.to} problem={refused?.problem} />
          <Actions>
            <Button>{say('reports.ask')}</Button>
          </Actions>
        </form>
      </section>
      <Asked asked={shown.asked} />
    </div>
  )
}

type AskedReports = OutputOf<'reporting.list-reports'>

function Asked({ asked: { items, nextCursor } }: { readonly asked: AskedReports }) {
  return (
    <section className="sec" id="mine" aria-labelledby="mine-title">
      <div className="lintel">
        <h2 id="mine-title">{say('reports.mine')}</h2>
      </div>
      <Table
        caption={say('reports.mine')}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        empty={say('reports.none')}
        columns={[
          { key: 'which', title: say('reports.which'), names: true, cell: ({ kind, format }) => say(`reports.${`${kind}.${format}` as (typeof choices)[number]}`) },
          { key: 'period', title: say('reports.period'), cell: ({ from, to }) => say('reports.periodOf', { from: dayWords(from), to: dayWords(to) }) },
          { key: 'asked', title: say('reports.asked'), cell: ({ requestedAt }) => instantWords(requestedAt) },
          { key: 'state', title: say('reports.state'), cell: (report) => <State report={report} /> },
        ]}
      />
      <ListPages summary={say('reports.page', { count: items.length })} base="/reports#mine" nextCursor={nextCursor} />
    </section>
  )
}

function State({ report: { id, writtenAt, sizeBytes } }: { readonly report: AskedReports['items'][number] }) {
  if (writtenAt === null) return say('reports.writing')
  return <a href={`/api/v1/report-requests/${id}/file`}>{say('reports.download', { size: Math.ceil((sizeBytes ?? 0) / 1024) })}</a>
}
