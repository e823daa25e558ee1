import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/inputs.tsx'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { ClockBadge, Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { ListPages } from '#web/list-pages.tsx'
import { liveHref } from '#web/live-href.ts'
import { liveOf, LivePart } from '#web/live-part.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { staffFirst } from '#web/staff-first.ts'
import { dueWords } from '../due-words.ts'
import { UpperNumber } from '../../schema.ts'
import { categoryName, say, wordOf } from '../text.ts'
import { unitsFor } from '../unit-names.ts'
import { HotlineTabs } from './hotline-tabs.tsx'

/** The lists of the hotline, and those of a unit: which stages of an order are somebody's. */
const viewsOf = {
  office: ['toDispatch', 'toArbitrate', 'toCheck', 'toCallBack', 'mine', 'open', 'ended'],
  unit: ['toSign', 'handling', 'open', 'ended'],
} as const
type View = (typeof viewsOf)[keyof typeof viewsOf][number]

/** The list follows what colleagues do while it is looked at. */
export const handle: PageHandle = { script: liveHref }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const roles = staff.roles.map(({ role }) => role)
  const views: readonly View[] = roles.some((role) => role.startsWith('hotline')) ? viewsOf.office : viewsOf.unit
  const view = views.find((one) => one === searchParams.get('view')) ?? (roles.includes('hotlineLead') ? 'open' : (views[0] ?? 'open'))
  const cursor = searchParams.get('cursor')
  const category = searchParams.get('category')
  const live = await liveOf(context, 'kernel.tasks')
  const typed = (searchParams.get('named') ?? '').trim()
  const named = UpperNumber.safeParse(typed)
  const asked = { view, limit: 50, ...(cursor !== null && { cursor }), ...(category !== null && { category }), ...(named.success && { named: named.data }) }
  const page = typed === '' || named.success ? await call(context, 'hotline.list-orders', asked) : { items: [], nextCursor: null }
  return { ...page, live, view, views, category, typed, roles, units: (await unitsFor(context)).names }
}

export function meta() {
  return [{ title: say('orders') }]
}

/** What waits, emergencies and environment first, then the oldest; one tab for each stage. */
export default function OrdersPage() {
  const { items, nextCursor, live, view, views, category, typed, roles, units } = useLoaderData<typeof loader>()
  const address = (one: string): string => `/hotline/orders?view=${one}${category === null ? '' : `&category=${category}`}`
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('orders')}</h1>
        <p className="meta">{category === null ? <a href={`/hotline/orders?view=${view}&category=environment`}>{say('orders.environment')}</a> : <a href={`/hotline/orders?view=${view}`}>{say('orders.all')}</a>}</p>
      </div>
      <HotlineTabs roles={roles} current="/hotline/orders" />
      <form className="filter" action="/hotline/orders" method="get" role="search">
        <Field id="named" label={say('orders.named')}>
          {(ids) => <TextInput {...ids} name="named" type="search" width={24} maxLength={40} defaultValue={typed} />}
        </Field>
        <Button kind="second">{say('orders.find')}</Button>
      </form>
      <Tabs label={say('orders.views')} items={views.map((one) => ({ href: address(one), text: say(`view.${one}`), current: one === view && typed === '' }))} />
      <LivePart id="live-list" live={live}>
        <Table
          caption={say('orders')}
          captionHidden
          rows={items}
          rowKey={(row) => row.number}
          empty={say('orders.none')}
          columns={[
            { key: 'clock', title: say('column.clock'), cell: (row) => (row.dueAt === null ? <ClockBadge state="done">{say('clock.done')}</ClockBadge> : <ClockBadge state={row.overdue ? 'over' : 'run'}>{dueWords(row.dueAt, row.dueProvisional)}</ClockBadge>) },
            { key: 'title', title: say('file.title'), names: true, cell: (row) => <a href={`/hotline/orders/${row.number}`}>{row.title ?? say('order.secret-title')}</a> },
            {
              key: 'marks',
              title: say('column.marks'),
              cell: (row) => (
                <>
                  {row.emergency ? <Tag kind="over">{say('tag.emergency')}</Tag> : null} {row.secret ? <Tag kind="stop">{say('tag.secret')}</Tag> : null} {row.designated ? <Tag kind="need">{say('tag.designated')}</Tag> : null}
                </>
              ),
            },
            { key: 'kind', title: say('column.kind'), cell: (row) => wordOf('kinds', row.kind) },
            { key: 'category', title: say('column.category'), cell: (row) => categoryName(row.category) },
            { key: 'unit', title: say('column.unit'), cell: (row) => (row.leadUnitId === null ? '' : (units[row.leadUnitId] ?? '')) },
            { key: 'state', title: say('column.state'), cell: (row) => wordOf('states', row.state) },
            { key: 'number', title: say('filed.number'), cell: (row) => <span className="num">{row.number}</span> },
          ]}
        />
        <ListPages summary={say('orders.page', { count: items.length })} base={address(view)} nextCursor={nextCursor} />
      </LivePart>
    </div>
  )
}
