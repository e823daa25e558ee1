import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { DateInput, TextArea } from '#ui/inputs.tsx'
import { Note } from '#ui/section.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dayWords, longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { type RefusalShown, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { useReadsOnly, WhoActs } from '#web/who-acts.tsx'
import { TEMPLATE_NAMES, type TemplateName } from '../../schema.ts'
import { PeriodFields } from './period-fields.tsx'
import { ReportTabs } from './report-tabs.tsx'
import { say } from './text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { today } = context.get(requestContext)
  const { searchParams } = new URL(request.url)
  const saved = searchParams.get('saved')
  const report = reportNamed(searchParams.get('report') ?? undefined)
  const template = await call(context, 'reporting.get-template', { report, ...(saved !== null && { on: saved }) })
  return { template, report, today, saved, formKey: crypto.randomUUID() }
}

/** Shows what the text would say, or saves it; the text comes back either way. */
export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const report = reportNamed(textOf(form, 'report'))
  const [text, validFrom, from, to] = ['text', 'validFrom', 'from', 'to'].map((name) => textOf(form, name) ?? '') as [string, string, string, string]
  const filled = { text, validFrom, from, to }
  if (form.get('do') === 'preview') {
    const answer = await attempt(context, 'reporting.preview-template', { report, text, from, to })
    if (answer.ok) return data({ filled, title: '', problems: [], preview: answer.value })
    return data({ filled, title: say('template.previewRefused'), problems: problemsOf(answer.refusal), preview: undefined }, { status: statusOf(answer.refusal.kind) })
  }
  const answer = await attempt(context, 'reporting.save-template', { report, text, validFrom }, { idempotencyKey: textOf(form, 'key') ?? '' })
  if (answer.ok) return redirect(`${pathOf(report)}${report === TEMPLATE_NAMES[0] ? '?' : '&'}saved=${validFrom}`, 303)
  return data({ filled, title: say('template.refused'), problems: problemsOf(answer.refusal), preview: undefined }, { status: statusOf(answer.refusal.kind) })
}

function reportNamed(name: string | undefined): TemplateName {
  return TEMPLATE_NAMES.find((one) => one === name) ?? TEMPLATE_NAMES[0]
}

function pathOf(report: TemplateName): string {
  return report === TEMPLATE_NAMES[0] ? '/reports/template' : `/reports/template?report=${report}`
}

function problemsOf({ title, fields }: RefusalShown): readonly FieldProblem[] {
  if (fields.length === 0) return [{ id: 'text', text: title }]
  return fields.map((field) => ({ id: 'text', text: field.detail === undefined ? field.title : `${field.title}：${field.detail}` }))
}

export function meta() {
  return [{ title: say('template.title') }]
}

/** The sentences of a report, edited as text with the names of figures in braces. */
export default function TemplatePage() {
  const { template, report, today, saved, formKey } = useLoaderData<typeof loader>()
  const readsOnly = useReadsOnly()
  const answered = useActionData<typeof action>()
  const filled = answered?.filled ?? { text: template.text, validFrom: today, from: `${today.slice(0, 4)}-01-01`, to: today }
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('template.title')}</h1>
        <p>{say('template.lead')}</p>
        <p className="meta">{template.validFrom === null ? say('template.shipped') : say('template.since', { day: longDayWords(template.validFrom) })}</p>
      </div>
      <ReportTabs current="/reports/template" />
      <Tabs label={say('template.which')} items={TEMPLATE_NAMES.map((name) => ({ href: pathOf(name), text: say(`template.of.${name}`), current: name === report }))} />
      {template.newSections.length > 0 && answered === undefined ? <Note kind="near">{say('template.newSections', { count: template.newSections.length })}</Note> : null}
      {answered && answered.problems.length > 0 ? <ErrorSummary title={answered.title} problems={answered.problems} /> : null}
      {saved !== null && answered === undefined ? <Note kind="accent">{say('template.saved', { day: dayWords(saved) })}</Note> : null}
      {answered?.preview ? <Preview report={answered.preview} from={filled.from} to={filled.to} /> : null}
      <form className="mt" action={pathOf(report)} method="post">
        <input type="hidden" name="report" value={report} />
        <input type="hidden" name="key" value={formKey} />
        <Field id="text" label={say('template.text')} error={answered?.problems[0]?.text}>
          {(ids) => <TextArea {...ids} name="text" rows={24} defaultValue={filled.text} required readOnly={readsOnly} />}
        </Field>
        <details>
          <summary>{say('template.places')}</summary>
          <ul className="cols">
            {template.places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </details>
        <PeriodFields from={filled.from} to={filled.to} />
        <Actions>
          <Button kind="second" name="do" value="preview">
            {say('template.preview')}
          </Button>
        </Actions>
        <WhoActs>
          <div className="mt">
            <Field id="validFrom" label={say('template.validFrom')}>
              {(ids) => <DateInput {...ids} name="validFrom" defaultValue={filled.validFrom} required />}
            </Field>
          </div>
          <Actions>
            <Button name="do" value="save">
              {say('template.save')}
            </Button>
          </Actions>
        </WhoActs>
      </form>
    </div>
  )
}

interface PreviewProps {
  readonly report: OutputOf<'reporting.preview-template'>
  readonly from: string
  readonly to: string
}

function Preview({ report, from, to }: PreviewProps) {
  return (
    <section className="sec" aria-labelledby="preview-title">
      <div className="lintel">
        <h2 id="preview-title">{say('template.previewOf', { from: dayWords(from), to: dayWords(to) })}</h2>
      </div>
      <h3>{report.title}</h3>
      {report.sections.length === 0 ? <p>{say('template.previewEmpty')}</p> : null}
      {report.sections.map(({ title, paragraphs }) => (
        <section key={title}>
          <h4>{title}</h4>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </section>
  )
}
