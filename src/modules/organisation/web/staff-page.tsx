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

type Role = InputOf<'organisation.list-staff'>['role']

export async function loader({ request, context }: LoaderFunctionArgs) {
  staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const unit = searchParams.get('unit') ?? ''
  const role = searchParams.get('role') ?? ''
  const cursor = searchParams.get('cursor')
  const [page, units] = await Promise.all([
    call(context, 'organisation.list-staff', { limit: 50, ...(unit !== '' && { unitId: unit }), ...(role !== '' && { role: role as Role }), ...(cursor !== null && { cursor }) }),
    call(context, 'organisation.list-units', { limit: 100 }),
  ])
  return { ...page, mayChange: mayChange(context), unit, role, units: units.items.map(({ id, shortName }) => ({ value: id, label: shortName })) }
}

export function meta() {
  return [{ title: say('staff.title') }]
}

export default function StaffPage() {
  const { items, nextCursor, unit, role, units, mayChange: canRegister } = useLoaderData<typeof loader>()
  const nameOf = (id: string): string => units.find(({ value }) => value === id)?.label ?? id
  return (
    <div className="wrap">
      <AdministrationTabs current="staff" />
      {canRegister ? (
        <Actions>
          <ButtonLink kind="second" href="/administration/staff/new">
            {sayRecord('new.staff')}
          </ButtonLink>
        </Actions>
      ) : null}
      <form className="filter" action="/administration/staff" method="get">
        <div>
          <label htmlFor="unit">{say('staff.unit')}</label>
          <Select id="unit" name="unit" defaultValue={unit} options={[{ value: '', label: say('staff.allUnits') }, ...units]} />
        </div>
        <div>
          <label htmlFor="role">{say('staff.role')}</label>
          <Select id="role" name="role" defaultValue={role} options={[{ value: '', label: say('staff.allRoles') }, ...choicesOf('roles')]} />
        </div>
        <Button kind="plain">{say('staff.filter')}</Button>
      </form>
      <Table
        caption={say('staff.title')}
        captionHidden
        rows={items}
        rowKey={(member) => member.id}
        empty={say('none')}
        columns={[
          { key: 'name', title: say('staff.name'), names: true, cell: (member) => (canRegister ? <a href={`/administration/staff/${member.id}`}>{member.name}</a> : member.name) },
          { key: 'id', title: say('staff.id'), cell: (member) => <span className="num">{member.id}</span> },
          { key: 'unit', title: say('staff.unit'), cell: (member) => nameOf(member.unitId) },
          { key: 'post', title: say('staff.post'), cell: (member) => member.postName },
          { key: 'roles', title: say('staff.roles'), cell: (member) => member.roles.map(({ role, unitId }) => (unitId === member.unitId ? wordOf('roles', role) : say('staff.roleOf', { role: wordOf('roles', role), unit: nameOf(unitId) }))).join('、') },
        ]}
      />
      <ListPages summary={say('page', { count: items.length })} base={`/administration/staff?unit=${unit}&role=${role}`} nextCursor={nextCursor} />
    </div>
  )
}
