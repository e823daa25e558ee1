import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import { Note, Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import { longDayWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import { type UnitNames, unitNamesFor } from '#web/unit-names.ts'
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
  return { table, units, unitId, roles: staff.roles.map(({ role }) => role) }
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
  const { table, units, unitId, roles } = useLoaderData<typeof loader>()
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
        </Actions>
      </form>
      {table.dueOn === null ? null : <p>{say('table.due', { year: table.year, day: longDayWords(table.dueOn) })}</p>}
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
