import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ButtonLink } from '#ui/button.tsx'
import { Select, TextInput } from '#ui/inputs.tsx'
import { readListAddress } from '#ui/list-address.ts'
import { emptyWords, FilterField, ListView } from '#ui/list-view.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { requestContext } from '#web/context.ts'
import { staffFirst } from '#web/staff-first.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { CatalogueTabs } from './catalogue-tabs.tsx'
import { itemPath, stateWord } from './editor-found.ts'
import { say } from './text.ts'

const states = ['PUBLISHED', 'DRAFT', 'SUSPENDED', 'CANCELLED'] as const
const sorts = ['code', 'name', 'edited'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { unitId } = staffFirst(context, request)
  const address = readListAddress(new URL(request.url), { filters: { q: /^.{1,200}$/su, department: /^[a-z][a-zA-Z0-9-]{0,59}$/, state: states }, sorts, order: 'code' })
  const { departments } = await call(context, 'catalogue.list-references', {})
  const { q, department, state } = address.filters
  // Who works for a department with items of its own sees those first; the office that runs the catalogue sees all.
  const own = departments.find(({ key }) => key === unitId)?.key
  const shown = department === 'all' ? undefined : (department ?? own)
  const page = await call(context, 'catalogue.list-office-items', {
    limit: 50,
    sort: sorts.find((key) => key === address.sort) ?? 'code',
    order: address.descending ? 'desc' : 'asc',
    ...(q !== undefined && { q }),
    ...(shown !== undefined && { department: shown }),
    ...(state !== undefined && { state: state as (typeof states)[number] }),
    ...(address.cursor !== undefined && { cursor: address.cursor }),
  })
  return { ...page, address, departments, shown: shown ?? 'all', today: context.get(requestContext).today }
}

export function meta() {
  return [{ title: say('list.title') }]
}

/** The items as those who edit and publish them find them: by words, department and state, in any order. */
export default function ListPage() {
  const { items, nextCursor, address, departments, shown, today } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <CatalogueTabs current="items" />
      <WhoActs>
        <p>
          <ButtonLink kind="second" href="/catalogue-office/new">
            {say('blank.title')}
          </ButtonLink>
        </p>
      </WhoActs>
      <ListView
        address={address}
        filters={
          <>
            <FilterField id="q" label={say('list.q')}>
              <TextInput id="q" name="q" type="search" maxLength={200} defaultValue={address.filters['q']} />
            </FilterField>
            <FilterField id="department" label={say('list.department')}>
              <Select id="department" name="department" defaultValue={shown} options={[{ value: 'all', label: say('list.department.all') }, ...departments.map(({ key, name }) => ({ value: key, label: name }))]} />
            </FilterField>
            <FilterField id="state" label={say('list.state')}>
              <Select id="state" name="state" defaultValue={address.filters['state'] ?? ''} options={[{ value: '', label: say('list.state.all') }, ...states.map((state) => ({ value: state, label: state === 'DRAFT' ? say('list.state.DRAFT') : stateWord(state) }))]} />
            </FilterField>
          </>
        }
        filterWord={say('list.filter')}
        caption={say('list.title')}
        captionHidden
        rows={items}
        rowKey={(item) => item.implementCode}
        empty={emptyWords(address, say('list.none'))}
        summary={say('list.page', { count: items.length })}
        nextCursor={nextCursor}
        columns={[
          { key: 'name', title: say('list.column.name'), names: true, sortable: true, cell: (item) => <a href={itemPath(item.implementCode)}>{item.name}</a> },
          { key: 'department', title: say('list.column.department'), cell: (item) => item.departmentName },
          { key: 'state', title: say('list.column.state'), cell: (item) => <States item={item} today={today} /> },
          { key: 'from', title: say('list.column.from'), cell: (item) => (item.state === 'DRAFT' ? '—' : longDayWords(item.effectiveFrom)) },
          { key: 'edited', title: say('list.column.edited'), sortable: true, cell: (item) => instantWords(item.editedAt) },
          { key: 'code', title: say('list.column.code'), sortable: true, cell: (item) => <span className="num">{item.implementCode}</span> },
        ]}
      />
    </div>
  )
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['items'][number]

/** Where the item stands, and the draft beside it. */
function States({ item, today }: { readonly item: Line; readonly today: string }) {
  const cancels = item.state === 'CANCELLED' && item.effectiveTo !== null && item.effectiveTo > today
  return (
    <span className="row">
      {item.state === 'DRAFT' ? null : <Tag kind={item.state === 'PUBLISHED' ? 'plain' : 'stop'}>{cancels ? say('list.cancels', { day: longDayWords(item.effectiveTo ?? '') }) : stateWord(item.state)}</Tag>}
      {item.draftVersion === null ? null : <Tag kind="need">{say('list.draft', { version: item.draftVersion })}</Tag>}
      {item.state !== 'DRAFT' && item.effectiveFrom > today ? <Tag>{say('list.upcoming', { day: longDayWords(item.effectiveFrom) })}</Tag> : null}
    </span>
  )
}
