import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { attempt, call } from '#web/call.ts'
import { fileOf, textOf } from '#web/form-fields.ts'
import { statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { CatalogueTabs } from './catalogue-tabs.tsx'
import { ExportForm, ImportForm } from './exchange-forms.tsx'
import { ImportReport, type Report } from './import-report.tsx'
import { say } from './text.ts'

type Format = NonNullable<InputOf<'catalogue.import-exchange'>['format']>
const formats: readonly Format[] = ['xlsx', 'csv', 'json']

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const [{ items: editions }, departments] = await Promise.all([call(context, 'catalogue.list-editions', {}), call(context, 'catalogue.list-departments', {})])
  return { editions, departments: departments.items }
}

/** Reads the file. The answer is the page itself: a report is looked at, then the file is mended and sent again. */
export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const file = fileOf(form, 'file')
  const format = formats.find((known) => file?.name.toLowerCase().endsWith(`.${known}`))
  if (file === undefined || format === undefined) return data({ problem: say(file === undefined ? 'exchange.file.missing' : 'exchange.file.unknown') }, { status: 400 })
  const dryRun = textOf(form, 'intent') !== 'save'
  const table = textOf(form, 'table')
  const answer = await attempt(context, 'catalogue.import-exchange', { bytes: await file.bytes(), format, dryRun, ...(format === 'csv' && table !== undefined && { table }) })
  if (!answer.ok) return data({ problem: answer.refusal.title }, { status: statusOf(answer.refusal.kind) })
  return { report: { ...answer.value, saved: !dryRun } satisfies Report }
}

export function meta() {
  return [{ title: say('exchange.title') }]
}

/** The items to and from the national tables. */
export default function ExchangePage() {
  const { editions, departments } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer !== undefined && 'problem' in answer ? answer.problem : undefined
  return (
    <div className="wrap">
      <CatalogueTabs current="exchange" />
      <p className="mt">{say('exchange.lead')}</p>
      {problem === undefined ? null : (
        <div className="mt">
          <ErrorSummary title={say('exchange.refused')} problems={[{ id: 'file', text: problem }]} />
        </div>
      )}
      {answer !== undefined && 'report' in answer ? <ImportReport report={answer.report} editions={editions} /> : null}
      <WhoActs>
        <ImportForm editions={editions} problem={problem} />
      </WhoActs>
      <ExportForm editions={editions} departments={departments} />
    </div>
  )
}
