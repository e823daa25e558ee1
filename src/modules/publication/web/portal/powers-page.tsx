import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OutputOf } from '#app'
import { IndexList } from '#ui/index-list.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { call } from '#web/call.ts'
import { ListPages } from '#web/list-pages.tsx'
import type { PageHandle } from '#web/page-handle.ts'
import { unitNamesFor } from '#web/unit-names.ts'
import { powerTypeOptions, say, wordOf } from '../portal-text.ts'

type Power = OutputOf<'publication.list-powers'>['items'][number]
type PowerType = Power['type']

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const [lists, units] = await Promise.all([call(context, 'publication.count-powers', {}), unitNamesFor(context)])
  const unitId = lists.items.find((list) => list.unitId === params.get('unit'))?.unitId ?? null
  const type = powerTypeOptions().find(({ value }) => value === params.get('type'))?.value as PowerType | undefined
  const cursor = params.get('cursor')
  const list = unitId === null ? null : await call(context, 'publication.list-powers', { unitId, ...(type && { type }), ...(cursor && { cursor }), limit: 50 })
  return { lists: lists.items, units, unitId, type: type ?? null, list }
}

type Loaded = Awaited<ReturnType<typeof loader>>

export function meta({ loaderData }: { readonly loaderData?: Loaded }) {
  return [{ title: loaderData ? headOf(loaderData) : say('powers') }]
}

function headOf({ unitId, units }: Pick<Loaded, 'unitId' | 'units'>): string {
  return unitId === null ? say('powers') : say('powers.of', { unit: units[unitId] ?? '' })
}

export const handle: PageHandle = { crumbs: () => [{ href: '/publications', text: say('open') }] }

const columns = (): readonly Column<Power>[] => [
  { key: 'name', title: say('power.name'), names: true, cell: (power) => <a href={`/publications/powers/${power.id}`}>{power.name}</a> },
  { key: 'type', title: say('power.type'), cell: (power) => wordOf('powerTypes', power.type) },
  { key: 'item', title: say('power.item'), cell: (power) => (power.implementCode === null ? say('none') : <a href={`/services/${power.implementCode}`}>{say('power.item.open')}</a>) },
]

/** 权责清单: the lists by unit, and one list by type. */
export default function PowersPage() {
  const { lists, units, unitId, type, list } = useLoaderData<typeof loader>()
  const href = (chosen: string | null) => `/publications/powers?unit=${unitId ?? ''}${chosen === null ? '' : `&type=${chosen}`}`
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{headOf({ unitId, units })}</h1>
        <p>
          {say('powers.lead')} <a href="/publications/powers/changes">{say('powers.changes')}</a>
        </p>
      </div>
      {list === null ? null : (
        <Section id="list" title={say('powers.list')}>
          <Tabs label={say('power.type')} items={[{ href: href(null), text: say('class.all'), current: type === null }, ...powerTypeOptions().map(({ value, label }) => ({ href: href(value), text: label, current: type === value }))]} />
          <Table caption={say('powers.list')} captionHidden columns={columns()} rows={list.items} rowKey={(power) => power.id} empty={say('powers.none')} />
          <ListPages summary={say('powers.page', { count: list.items.length })} base={href(type)} nextCursor={list.nextCursor} />
        </Section>
      )}
      <Section id="units" title={say('powers.units')}>
        {lists.length === 0 ? <p>{say('powers.units.none')}</p> : <IndexList large items={lists.map((one) => ({ href: `/publications/powers?unit=${one.unitId}`, title: units[one.unitId] ?? one.unitId, line: say('powers.count', { count: one.powers }) }))} />}
      </Section>
    </div>
  )
}
