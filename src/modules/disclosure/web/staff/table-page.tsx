import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import { Note, Pane, Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { dueInstantWords, instantWords, longDayWords } from '#web/day-words.ts'
import { textOf } from '#web/form-fields.ts'
import { NotGiven, typedLines } from '#web/not-given.tsx'
import { problemsOf, statusOf } from '#web/refusals.ts'
import { staffFirst } from '#web/staff-first.ts'
import { type UnitNames, unitNamesFor } from '#web/unit-names.ts'
import { yuan } from '../portal-text.ts'
import { say, wordOf } from '../text.ts'
import { OfficeTabs } from './office-tabs.tsx'

const readers: readonly string[] = ['disclosureOfficer', 'disclosureHead', 'unitHead']

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const units = unitsOf(staff, await unitNamesFor(context))
  const year = Number(searchParams.get('year') ?? context.get(requestContext).today.slice(0, 4))
  const unitId = units.some(({ value }) => value === searchParams.get('unitId')) ? (searchParams.get('unitId') ?? '') : (units[0]?.value ?? '')
  const table = await call(context, 'disclosure.get-annual-table', { year, ...(unitId !== '' && { unitId }) })
  return { table, units, unitId, roles: staff.roles.map(({ role }) => role), key: crypto.randomUUID() }
}

/** The report was published. */
export async function action({ request, context }: ActionFunctionArgs) {
  staffFirst(context, request)
  const form = await request.formData()
  const [number, address] = [textOf(form, 'number') ?? '', textOf(form, 'address') ?? '']
  const answer = await attempt(context, 'disclosure.publish-annual-report', { number, address }, { idempotencyKey: textOf(form, 'key') })
  if (answer.ok) return redirect(`/disclosure-office/annual-reports/${number}`, 303)
  return data({ title: answer.refusal.title, problems: problemsOf(answer.refusal), address }, { status: statusOf(answer.refusal.kind) })
}

/** All units for a supervisor, with the sum of all first; else those for which somebody works. */
function unitsOf(staff: StaffCaller, names: UnitNames): readonly { readonly value: string; readonly label: string }[] {
  if (staff.roles.some(({ role }) => role === 'supervisor')) return [{ value: '', label: say('table.all') }, ...Object.entries(names).map(([value, label]) => ({ value, label }))]
  const own = new Set(staff.roles.filter(({ role }) => readers.includes(role)).map(({ unitId }) => unitId))
  return [...own].map((value) => ({ value, label: names[value] ?? '' }))
}

export function meta() {
  return [{ title: say('table') }]
}

/** The statistic tables of the annual report, as they are printed. */
export default function TablePage() {
  const { table, units, unitId, roles, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const query = `year=${table.year}${unitId === '' ? '' : `&unitId=${unitId}`}`
  const results = table.remedies[0]?.counts.map(({ result }) => result) ?? []
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('table')}</h1>
      </div>
      <OfficeTabs roles={roles} current="/disclosure-office/table" />
      <p className="mt-s">{say('table.lead')}</p>
      <form action="/disclosure-office/table" method="get">
        <Field id="unitId" label={say('table.unit')}>
          {(ids) => <Select {...ids} name="unitId" width={24} options={units} defaultValue={unitId} />}
        </Field>
        <Field id="year" label={say('table.year')}>
          {(ids) => <TextInput {...ids} name="year" width={4} inputMode="numeric" defaultValue={String(table.year)} />}
        </Field>
        <Actions>
          <Button kind="second">{say('table.show')}</Button>
          <ButtonLink kind="plain" href={`/api/v1/disclosure/annual-table/workbook?${query}`}>
            {say('table.download')}
          </ButtonLink>
          <ButtonLink kind="plain" href={`/api/v1/reports/disclosure-annual?${query}`}>
            {say('table.report')}
          </ButtonLink>
        </Actions>
      </form>
      {table.dueOn === null || table.report !== null ? null : <p className="mt">{say('table.due', { year: table.year, day: longDayWords(table.dueOn) })}</p>}
      {table.report === null ? null : <ReportPane report={table.report} dueOn={table.dueOn ?? ''} requestKey={key} path={`/disclosure-office/table?${query}`} refused={refused} />}
      {table.provisional ? <Note kind="near">{say('table.provisional')}</Note> : null}
      <Section id="requests" title={say('table.requests')} meta={say('table.check')}>
        <Table
          caption={say('table.requests')}
          captionHidden
          rows={table.rows}
          rowKey={(row) => row.key}
          empty={say('fact.none')}
          columns={[
            { key: 'row', title: say('table.row'), names: true, cell: (row) => wordOf('rows', row.key) },
            ...table.columns.map((kind, at) => ({ key: kind, title: wordOf('columns', kind), numeric: true, cell: (row: (typeof table.rows)[number]) => row.counts[at] ?? 0 })),
            { key: 'total', title: say('table.total'), numeric: true, cell: (row) => row.total },
          ]}
        />
      </Section>
      <p>{say('table.fees', { notices: table.fees.notices, demanded: yuan(table.fees.demandedFen), paid: yuan(table.fees.paidFen) })}</p>
      <Section id="remedies" title={say('table.remedies')}>
        <Table
          caption={say('table.remedies')}
          captionHidden
          rows={table.remedies}
          rowKey={(row) => row.kind}
          empty={say('fact.none')}
          columns={[
            { key: 'kind', title: say('table.row'), names: true, cell: (row) => wordOf('remedyKinds', row.kind) },
            ...results.map((result, at) => ({ key: result, title: wordOf('remedyResults', result), numeric: true, cell: (row: (typeof table.remedies)[number]) => row.counts[at]?.count ?? 0 })),
            { key: 'total', title: say('table.total'), numeric: true, cell: (row) => row.total },
          ]}
        />
      </Section>
    </div>
  )
}

interface ReportPaneProps {
  readonly report: NonNullable<OutputOf<'disclosure.get-annual-table'>['report']>
  /** The day that the law names. */
  readonly dueOn: string
  readonly requestKey: string
  readonly path: string
  readonly refused: { readonly title: string; readonly problems: readonly FieldProblem[]; readonly address: string } | undefined
}

/** By when the report is published, or where it stands; who answers for it says that it is. */
function ReportPane({ report, dueOn, requestKey, path, refused }: ReportPaneProps) {
  const isOffered = report.commands.includes('publish')
  return (
    <Pane id="report" title={say('report.of', { year: report.year })} meta={report.number}>
      {report.dueAt === null ? null : (
        <p>
          <ClockBadge state={report.overdue ? 'over' : 'run'} strong>
            {say('report.due', { due: dueInstantWords(report.dueAt, report.dueProvisional) })}
          </ClockBadge>{' '}
          {say('report.law', { day: longDayWords(dueOn) })}
        </p>
      )}
      {report.publishedAt === null || report.address === null ? null : (
        <p>
          {say('report.published', { at: instantWords(report.publishedAt) })} <a href={report.address}>{report.address}</a>
        </p>
      )}
      {refused && !isOffered ? <NotGiven title={refused.title} typed={typedLines([{ name: 'address', label: say('report.address') }], { address: refused.address })} /> : null}
      {isOffered ? (
        <form action={path} method="post">
          {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
          <input type="hidden" name="key" value={requestKey} />
          <input type="hidden" name="number" value={report.number} />
          <Field id="address" label={say('report.address')} hint={say('report.address.hint')} error={refused?.problems[0]?.text}>
            {(ids) => <TextInput {...ids} name="address" type="url" maxLength={300} defaultValue={refused?.address} />}
          </Field>
          <Actions>
            <Button>{say('report.publish')}</Button>
          </Actions>
        </form>
      ) : null}
    </Pane>
  )
}
