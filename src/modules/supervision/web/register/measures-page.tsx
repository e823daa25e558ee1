import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Select } from '#ui/inputs.tsx'
import { readListAddress } from '#ui/list-address.ts'
import { emptyWords, FilterField, ListView } from '#ui/list-view.tsx'
import { call } from '#web/call.ts'
import { instantWords } from '#web/day-words.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { DueCell } from '../due-cell.tsx'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import { optionsOf, say, wordOf } from '../text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const address = readListAddress(new URL(request.url), { filters: { state: ['issued', 'answered', 'settled', 'lifted'] }, sorts: [], order: 'issued' })
  const { state } = address.filters
  const page = await call(context, 'supervision.list-measures', { limit: 50, ...(state !== undefined && { state }), ...(address.cursor !== undefined && { cursor: address.cursor }) })
  return { ...page, address, roles: staff.roles.map(({ role }) => role), units: await unitNamesFor(context) }
}

export function meta() {
  return [{ title: say('measures') }]
}

/** 监察措施: cards, letters and talks that the ladder asked for. */
export default function MeasuresPage() {
  const { items, nextCursor, address, roles, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('measures')}</h1>
      </div>
      <SupervisionTabs roles={roles} current="/supervision/measures" />
      <ListView
        address={address}
        filterWord={say('filter')}
        filters={
          <FilterField id="state" label={say('column.state')}>
            <Select id="state" name="state" defaultValue={address.filters['state'] ?? ''} options={[{ value: '', label: say('filter.all') }, ...optionsOf('measureStates')]} />
          </FilterField>
        }
        caption={say('measures')}
        captionHidden
        rows={items}
        rowKey={(row) => row.number}
        empty={emptyWords(address, say('measures.none'))}
        summary={say('page', { count: items.length })}
        nextCursor={nextCursor}
        columns={[
          { key: 'clock', title: say('column.clock'), cell: (row) => <DueCell {...row} /> },
          { key: 'measure', title: say('column.measure'), names: true, cell: (row) => <a href={`/supervision/measures/${row.number}`}>{wordOf('measures', row.measure)}</a> },
          { key: 'unit', title: say('column.unit'), cell: (row) => units[row.unitId] ?? '' },
          { key: 'state', title: say('column.state'), cell: (row) => wordOf('measureStates', row.state) },
          { key: 'document', title: say('column.document'), cell: (row) => row.documentNumber ?? '' },
          { key: 'issued', title: say('column.issued'), cell: (row) => instantWords(row.issuedAt) },
          { key: 'number', title: say('column.number'), cell: (row) => <span className="num">{row.number}</span> },
        ]}
      />
    </div>
  )
}
