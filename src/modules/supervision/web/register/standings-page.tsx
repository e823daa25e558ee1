import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { FilterField } from '#ui/list-view.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { staffFirst } from '#web/staff-first.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import { say, wordOf } from '../text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const asked = new URL(request.url).searchParams.get('month') ?? ''
  const standings = await call(context, 'supervision.list-standings', /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? { month: asked } : {})
  return { ...standings, roles: staff.roles.map(({ role }) => role), units: await unitNamesFor(context) }
}

export function meta() {
  return [{ title: say('standings') }]
}

/** What each unit has in a month: findings, points, cards, score; who has nothing stands at a hundred. */
export default function StandingsPage() {
  const { month, items, roles, units } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('standings')}</h1>
      </div>
      <SupervisionTabs roles={roles} current="/supervision/standings" />
      <form className="filter" action="/supervision/standings" method="get">
        <FilterField id="month" label={say('field.month')}>
          <TextInput id="month" name="month" type="month" width={16} defaultValue={month} />
        </FilterField>
        <Button kind="plain">{say('filter')}</Button>
      </form>
      <Table
        caption={say('standings')}
        captionHidden
        rows={items}
        rowKey={(row) => row.unitId}
        empty={say('standings.none')}
        columns={[
          { key: 'unit', title: say('column.unit'), names: true, cell: (row) => <a href={`/supervision/findings?unit=${row.unitId}&month=${month}`}>{units[row.unitId] ?? ''}</a> },
          { key: 'findings', title: say('column.findings'), numeric: true, cell: (row) => row.findings },
          { key: 'points', title: say('column.points'), numeric: true, cell: (row) => row.points },
          { key: 'score', title: say('column.score'), numeric: true, cell: (row) => row.score },
          { key: 'grade', title: say('column.unitGrade'), cell: (row) => wordOf('unitGrades', row.grade) },
          {
            key: 'cards',
            title: say('column.cards'),
            cell: (row) => (
              <>
                {row.yellowCards > 0 ? <Tag kind="near">{wordOf('measures', 'yellowCard')}</Tag> : null} {row.redCards > 0 ? <Tag kind="over">{wordOf('measures', 'redCard')}</Tag> : null}
              </>
            ),
          },
          { key: 'letters', title: say('column.letters'), numeric: true, cell: (row) => row.letters },
          { key: 'talks', title: say('column.talks'), numeric: true, cell: (row) => row.talks },
        ]}
      />
    </div>
  )
}
