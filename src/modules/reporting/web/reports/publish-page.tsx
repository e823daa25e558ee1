import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Note } from '#ui/section.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { actingStaffFirst } from '#web/staff-first.ts'
import { PeriodFields } from './period-fields.tsx'
import { ReportTabs } from './report-tabs.tsx'
import { say } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  actingStaffFirst(context, request)
  // Whoever may not even read the sentences of reports has nothing to do here; publishing is decided by the operation.
  await call(context, 'reporting.get-template', {})
  const { today } = context.get(requestContext)
  return { published: new URL(request.url).searchParams.get('published'), from: `${today.slice(0, 8)}01`, to: today, formKey: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  actingStaffFirst(context, request)
  const form = await request.formData()
  const period = { from: textOf(form, 'from') ?? '', to: textOf(form, 'to') ?? '' }
  const answer = await attempt(context, 'reporting.publish-period', period, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (answer.ok) return redirect(`/reports/publish?published=${answer.value.published}`, 303)
  return data({ ...period, problem: answer.refusal.kind === 'invalid' ? say('period.wrong') : answer.refusal.title }, { status: statusOf(answer.refusal.kind) })
}

export function meta() {
  return [{ title: say('publish.title') }]
}

/** Publishes the open figures of a period for good. */
export default function PublishPage() {
  const { published, from, to, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('publish.title')}</h1>
        <p>{say('publish.lead')}</p>
      </div>
      <ReportTabs current="/reports/publish" />
      {refused ? <ErrorSummary title={say('publish.refused')} problems={[{ id: 'from', text: refused.problem }]} /> : null}
      {published !== null && !refused ? (
        <Note kind="accent">
          {say('publish.done', { count: published })}
          <a href="/figures/published">{say('publish.see')}</a>
        </Note>
      ) : null}
      <form className="mt" action="/reports/publish" method="post">
        <input type="hidden" name="key" value={formKey} />
        <PeriodFields from={refused?.from ?? from} to={refused?.to ?? to} problem={refused?.problem} />
        <Actions>
          <Button>{say('publish.do')}</Button>
        </Actions>
      </form>
    </div>
  )
}
