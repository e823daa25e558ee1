import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { FactsList } from '#ui/facts.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { partText } from '#ui/text.ts'
import { attempt, call } from '#web/call.ts'
import type { PageHandle } from '#web/page-handle.ts'
import gridStyles from '../grid.css?url'
import { CellMap } from '../cell-map.tsx'
import { LiveMap } from '../map/live-map.tsx'
import { liveMapHref } from '../map/live-map-href.ts'
import { mapShape } from '../map-shape.ts'
import { communitiesOf, townsFor } from '../places.ts'
import { cellWords, say } from '../portal-text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const cellId = searchParams.get('cell')
  const found = cellId === null ? undefined : await attempt(context, 'grid.get-cell', { cellId })
  const cell = found?.ok ? found.value : null
  const towns = await townsFor(context)
  const town = towns.find(({ code }) => code === (cell?.townCode ?? searchParams.get('town'))) ?? null
  const communities = town === null ? [] : await communitiesOf(context, town.code)
  const community = communities.find(({ code }) => code === (cell?.communityCode ?? searchParams.get('community'))) ?? null
  const cells = community === null ? [] : (await call(context, 'grid.list-cells', { communityCode: community.code, limit: 100 })).items
  const { placeAt: _placeAt, ...shape } = mapShape(town === null ? [] : (await call(context, 'grid.get-map', { townCode: town.code })).features)
  return { towns, town, communities, community, cells, cell, shape }
}

export const handle: PageHandle = { script: liveMapHref }

export const links = () => [{ rel: 'stylesheet', href: gridStyles }]

export function meta() {
  return [{ title: say('find') }]
}

/** 我的网格: from the street to the community to the cell, by list or by map, and whom to call there (G-02). */
export default function FindPage() {
  const { towns, town, communities, community, cells, cell, shape } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('find')}</h1>
        <p>{say('find.lead')}</p>
        <p>
          <a href="/grid/report">{say('report')}</a>
          {partText('join.gap')}
          <a href="/grid/follow">{say('follow')}</a>
          {partText('join.gap')}
          <a href="/grid/categories">{say('categories')}</a>
        </p>
      </div>
      {cell === null || community === null ? null : (
        <Section id="cell" title={cellWords(cell.id, community.name)} meta={cell.id}>
          <FactsList
            facts={[
              { term: say('cell.worker'), value: cell.worker },
              { term: say('cell.phone'), value: <a href={`tel:${cell.workerPhone}`}>{cell.workerPhone}</a> },
              { term: say('cell.supervision'), value: <a href={`tel:${cell.supervisionPhone}`}>{cell.supervisionPhone}</a> },
            ]}
          />
          <p className="mt">
            <a className="btn" href={`/grid/report?town=${cell.townCode}&cell=${cell.id}`}>
              {say('report.here')}
            </a>
          </p>
        </Section>
      )}
      <Section id="towns" title={say('find.town')}>
        <Links items={towns.map(({ code, name }) => ({ href: `/grid?town=${code}`, text: name, current: code === town?.code }))} />
      </Section>
      {town === null ? null : (
        <Section id="communities" title={say('find.community', { town: town.name })}>
          <div className="grid-beside">
            <LiveMap label={say('find.map', { town: town.name })} town={town.code}>
              <CellMap shape={shape} communities={Object.fromEntries(communities.map(({ code, name }) => [code, name]))} label={say('find.map', { town: town.name })} chosen={cell?.id} hrefOf={(id) => `/grid?cell=${id}`} />
            </LiveMap>
            <Links items={communities.map(({ code, name }) => ({ href: `/grid?town=${town.code}&community=${code}`, text: name, current: code === community?.code }))} />
          </div>
        </Section>
      )}
      {community === null || cell !== null ? null : (
        <Section id="cells" title={say('find.cells', { community: community.name })}>
          <Table
            caption={say('find.cells', { community: community.name })}
            captionHidden
            rows={cells}
            rowKey={({ id }) => id}
            empty={say('find.none')}
            columns={[
              { key: 'cell', title: say('cell'), names: true, cell: ({ id }) => <a href={`/grid?cell=${id}`}>{cellWords(id, community.name)}</a> },
              { key: 'worker', title: say('cell.worker'), cell: ({ worker }) => worker },
              { key: 'phone', title: say('cell.phone'), cell: ({ workerPhone }) => <span className="num">{workerPhone}</span> },
              { key: 'supervision', title: say('cell.supervision'), cell: ({ supervisionPhone }) => <span className="num">{supervisionPhone}</span> },
            ]}
          />
        </Section>
      )}
    </div>
  )
}

interface LinksProps {
  readonly items: readonly { readonly href: string; readonly text: string; readonly current: boolean }[]
}

function Links({ items }: LinksProps) {
  return (
    <ul className="row">
      {items.map(({ href, text, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'true' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
