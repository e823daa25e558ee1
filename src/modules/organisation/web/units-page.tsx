import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { InputOf } from '#app'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Select } from '#ui/inputs.tsx'
import { Table } from '#ui/table.tsx'
import { call } from '#web/call.ts'
import { ListPages } from '#web/list-pages.tsx'
import { staffFirst } from '#web/staff-first.ts'
import { AdministrationTabs } from './administration-tabs.tsx'
import { mayChange } from './may-change.ts'
import { say as sayRecord } from './record-text.ts'
import { choicesOf, say, wordOf } from './text.ts'

type Kind = NonNullable<InputOf<'organisation.list-units'>['kind']>

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const cursor = searchParams.get('cursor')
  const kind = choicesOf('unitKinds').find(({ value }) => value === searchParams.get('kind'))?.value as Kind | undefined
  const page = await call(context, 'organisation.list-units', { limit: 100, ...(kind !== undefined && { kind }), ...(cursor !== null && { cursor }) })
  return { ...page, kind: kind ?? '', mayChange: mayChange(context) }
}

export function meta() {
  return [{ title: say('units.title') }]
}

export default function UnitsPage() {
  const { items, nextCursor, kind, mayChange: canRegister } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <AdministrationTabs current="units" />
      {canRegister ? (
        <Actions>
          <ButtonLink kind="second" href="/administration/units/new">
            {sayRecord('new.unit')}
          </ButtonLink>
        </Actions>
      ) : null}
      <form className="filter" action="/administration" method="get">
        <div>
          <label htmlFor="kind">{say('units.kind')}</label>
          <Select id="kind" name="kind" defaultValue={kind} options={[{ value: '', label: say('units.allKinds') }, ...choicesOf('unitKinds')]} />
        </div>
        <Button kind="plain">{say('staff.filter')}</Button>
      </form>
      <Table
        caption={say('units.title')}
        captionHidden
        rows={items.filter(({ closed }) => !closed)}
        rowKey={(unit) => unit.id}
        empty={say('none')}
        columns={[
          { key: 'name', title: say('units.name'), names: true, cell: (unit) => <a href={canRegister ? `/administration/units/${unit.id}` : `/administration/staff?unit=${unit.id}`}>{unit.name}</a> },
          { key: 'kind', title: say('units.kind'), cell: (unit) => wordOf('unitKinds', unit.kind) },
          { key: 'code', title: say('units.creditCode'), cell: (unit) => <span className="num">{unit.creditCode}</span> },
          { key: 'consult', title: say('units.consult'), cell: (unit) => <span className="num nw">{unit.phones.consult}</span> },
          { key: 'complaint', title: say('units.complaint'), cell: (unit) => <span className="num nw">{unit.phones.complaint}</span> },
        ]}
      />
      <ListPages summary={say('page', { count: items.length })} base={kind === '' ? '/administration' : `/administration?kind=${kind}`} nextCursor={nextCursor} />
    </div>
  )
}
