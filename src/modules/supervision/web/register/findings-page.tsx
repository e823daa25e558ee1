import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ButtonLink } from '#ui/button.tsx'
import { Select } from '#ui/inputs.tsx'
import { readListAddress } from '#ui/list-address.ts'
import { emptyWords, FilterField, ListView } from '#ui/list-view.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { FINDING_GRADES, FINDING_SOURCES, type FindingGrade, type FindingSource } from '../../schema.ts'
import { DueCell } from '../due-cell.tsx'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import { optionsOf, say, wordOf } from '../text.ts'

const states = ['opened', 'explained', 'appealed', 'closed', 'overturned'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const address = readListAddress(new URL(request.url), { filters: { source: FINDING_SOURCES, grade: FINDING_GRADES, state: states, unit: /^[a-z0-9-]{1,60}$/, month: /^\d{4}-(0[1-9]|1[0-2])$/ }, sorts: [], order: 'found' })
  const { source, grade, state, unit, month } = address.filters
  const page = await call(context, 'supervision.list-findings', {
    limit: 50,
    ...(source !== undefined && { source: source as FindingSource }),
    ...(grade !== undefined && { grade: grade as FindingGrade }),
    ...(state !== undefined && { state }),
    ...(unit !== undefined && { unitId: unit }),
    ...(month !== undefined && { month }),
    ...(address.cursor !== undefined && { cursor: address.cursor }),
  })
  return { ...page, address, roles: staff.roles.map(({ role }) => role), units: await unitNamesFor(context) }
}

export function meta() {
  return [{ title: say('findings') }]
}

/** 监察发现: the one register; filters stand in the address. */
export default function FindingsPage() {
  const { items, nextCursor, address, roles, units } = useLoaderData<typeof loader>()
  const all = { value: '', label: say('filter.all') }
  const { filters } = address
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('findings')}</h1>
        {roles.includes('inspector') ? (
          <ButtonLink kind="second" href="/supervision/findings/new">
            {say('findings.new')}
          </ButtonLink>
        ) : null}
      </div>
      <SupervisionTabs roles={roles} current="/supervision/findings" />
      <ListView
        address={address}
        filterWord={say('filter')}
        filters={
          <>
            <FilterField id="source" label={say('field.source')}>
              <Select id="source" name="source" defaultValue={filters['source'] ?? ''} options={[all, ...optionsOf('sources')]} />
            </FilterField>
            <FilterField id="grade" label={say('field.grade')}>
              <Select id="grade" name="grade" defaultValue={filters['grade'] ?? ''} options={[all, ...optionsOf('grades')]} />
            </FilterField>
            <FilterField id="state" label={say('column.state')}>
              <Select id="state" name="state" defaultValue={filters['state'] ?? ''} options={[all, ...optionsOf('findingStates')]} />
            </FilterField>
            <FilterField id="unit" label={say('column.unit')}>
              <Select id="unit" name="unit" defaultValue={filters['unit'] ?? ''} options={[all, ...Object.entries(units).map(([value, label]) => ({ value, label }))]} />
            </FilterField>
          </>
        }
        caption={say('findings')}
        captionHidden
        rows={items}
        rowKey={(row) => row.number}
        empty={emptyWords(address, say('findings.none'))}
        summary={say('page', { count: items.length })}
        nextCursor={nextCursor}
        columns={[
          { key: 'clock', title: say('column.clock'), cell: (row) => <DueCell {...row} /> },
          { key: 'violation', title: say('field.violation'), names: true, cell: (row) => <a href={`/supervision/findings/${row.number}`}>{wordOf('violations', row.violation)}</a> },
          { key: 'grade', title: say('field.grade'), cell: (row) => <Tag kind={row.grade === 'serious' ? 'over' : row.grade === 'obvious' ? 'near' : 'plain'}>{wordOf('grades', row.grade)}</Tag> },
          { key: 'source', title: say('field.source'), cell: (row) => wordOf('sources', row.source) },
          { key: 'unit', title: say('column.unit'), cell: (row) => units[row.unitId] ?? '' },
          { key: 'points', title: say('column.points'), numeric: true, cell: (row) => row.points },
          { key: 'state', title: say('column.state'), cell: (row) => wordOf('findingStates', row.state) },
          { key: 'found', title: say('column.found'), cell: (row) => instantWords(row.foundAt) },
          { key: 'number', title: say('column.number'), cell: (row) => <span className="num">{row.number}</span> },
        ]}
      />
    </div>
  )
}
