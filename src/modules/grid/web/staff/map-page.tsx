import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { call } from '#web/call.ts'
import type { PageHandle } from '#web/page-handle.ts'
import { staffFirst } from '#web/staff-first.ts'
import gridStyles from '../grid.css?url'
import { LiveMap } from '../map/live-map.tsx'
import { liveMapHref } from '../map/live-map-href.ts'
import { mapShape, middlesOf } from '../map-shape.ts'
import { communitiesOf, townsFor } from '../places.ts'
import { cellWords, say } from '../text.ts'
import { type CountedPlace, countsBy, MapKey, PressureMap } from './pressure-map.tsx'
import { GridTabs } from './grid-tabs.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const towns = await townsFor(context)
  const asked = new URL(request.url).searchParams.get('town')
  const own = asked === null ? towns.find(({ unitId }) => unitId === staff.unitId) : undefined
  const town = towns.find(({ code }) => code === asked) ?? own ?? null
  const { items } = await call(context, 'grid.count-events', town === null ? {} : { townCode: town.code })
  const { features } = await call(context, 'grid.get-map', town === null ? {} : { townCode: town.code })
  const { placeAt: _placeAt, ...shape } = mapShape(features)
  const communities = town === null ? [] : await communitiesOf(context, town.code)
  const names = Object.fromEntries(communities.map(({ code, name }) => [code, name]))
  const counts = countsBy(items, town === null ? (cellId) => cellId.slice(0, 9) : (cellId) => cellId)
  const places: readonly CountedPlace[] =
    town === null
      ? towns.map(({ code, name }) => ({ key: code, name, href: `/grid-office/map?town=${code}`, ...(counts[code] ?? { open: 0, overdue: 0 }) }))
      : features.map(({ id }) => ({ key: id, name: cellWords(id, names[id.slice(0, 12)]), href: `/grid-office?view=open&cell=${id}`, ...(counts[id] ?? { open: 0, overdue: 0 }) }))
  const labels = town === null ? middlesOf(features, towns) : []
  return { roles: staff.roles.map(({ role }) => role), towns, town, shape, places, busy: Object.fromEntries(items.map(({ cellId, overdue }) => [cellId, overdue > 0 ? 'late' : 'some'])), labels }
}

export const handle: PageHandle = { script: liveMapHref }

export const links = () => [{ rel: 'stylesheet', href: gridStyles }]

export function meta() {
  return [{ title: say('map') }]
}

/** Where something is open and what is overdue: the district by its towns, a town by its cells. The list under the map says the same. */
export default function MapPage() {
  const { roles, towns, town, shape, places, busy, labels } = useLoaderData<typeof loader>()
  const place = town?.name ?? say('map.district')
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('map')}</h1>
        <p>{say(town === null ? 'map.lead-district' : 'map.lead')}</p>
      </div>
      <GridTabs roles={roles} current="/grid-office/map" />
      <Tabs label={say('find.town')} items={[{ href: '/grid-office/map?town=all', text: say('map.district'), current: town === null }, ...towns.map(({ code, name }) => ({ href: `/grid-office/map?town=${code}`, text: name, current: code === town?.code }))]} />
      <p className="grid-keys">
        <MapKey look="some">{say('map.key.some')}</MapKey>
        <MapKey look="late">{say('map.key.late')}</MapKey>
      </p>
      <div className="grid-beside">
        <LiveMap label={say('map.label', { place })} town={town?.code} labels={labels} automatic>
          <PressureMap shape={shape} places={places} busy={busy} label={say('map.label', { place })} />
        </LiveMap>
        <Section id="list" title={say('map.list', { place })}>
          <Table
            caption={say('map.list', { place })}
            captionHidden
            rows={places.filter(({ open }) => open > 0)}
            rowKey={({ key }) => key}
            empty={say('map.none')}
            columns={[
              { key: 'place', title: say(town === null ? 'find.town' : 'cell'), names: true, cell: ({ href, name }) => <a href={href}>{name}</a> },
              { key: 'open', title: say('map.open'), numeric: true, cell: ({ open }) => open },
              { key: 'overdue', title: say('map.overdue'), numeric: true, cell: ({ overdue }) => overdue },
            ]}
          />
        </Section>
      </div>
    </div>
  )
}
