import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Actions, Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { dayFromParts } from '#ui/date-parts.ts'
import { Icon, iconNames } from '#ui/icon.tsx'
import { Select } from '#ui/inputs.tsx'
import { readListAddress } from '#ui/list-address.ts'
import { emptyWords, FilterField, ListView } from '#ui/list-view.tsx'
import { PopoverNote } from '#ui/popover-note.tsx'
import { deepestRegion } from '#ui/region-chain.ts'
import { RegionPicker } from '#ui/region-picker.tsx'
import { Section } from '#ui/section.tsx'
import { demoOnly } from '../gallery/demo-only.ts'
import { sampleUnits } from '../gallery/samples.ts'
import { StateSamples } from '../gallery/states.tsx'
import { say } from '../gallery/text.ts'
import type { PageHandle } from '../page-handle.ts'
import { findRegionLevels } from '../region-levels.ts'
import { signHref } from '../sign-href.ts'

export const handle: PageHandle = { rooms: true, script: signHref, crumbs: [{ href: '/gallery', text: say('parts') }] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  demoOnly({ context })
  const url = new URL(request.url)
  const text = (name: string) => url.searchParams.get(name) ?? ''
  const typed = { whole: text('on'), year: text('on.year'), month: text('on.month'), day: text('on.day') }
  const address = readListAddress(url, { filters: { open: ['yes', 'no'] }, sorts: ['name', 'open'], order: 'name' })
  const rows = sampleUnits
    .filter(({ open }) => address.filters['open'] === undefined || open > 0 === (address.filters['open'] === 'yes'))
    .toSorted((one, other) => (address.descending ? -1 : 1) * (address.sort === 'open' ? one.open - other.open : one.name.localeCompare(other.name, 'zh')))
  return { levels: await findRegionLevels(context, deepestRegion(url.searchParams.getAll('region'))), typed, day: dayFromParts(typed), address, rows }
}

export function meta() {
  return [{ title: say('parts.inputs') }]
}

/** The parts that ask the server for what comes next, and one to sign on: all of them work without a script. Contents are invented. */
export default function GalleryInputs() {
  const { levels, typed, day, address, rows } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>{say('parts.inputs')}</h1>
      </div>
      <Section id="ask" title={say('inputs.ask')}>
        <form method="get">
          <DateField id="on" name="on" label={say('inputs.open-on')} typed={typed} defaultValue={day === 'impossible' ? undefined : day} error={day === 'impossible' ? say('inputs.open-on.impossible') : undefined} />
          <RegionPicker name="region" legend={say('inputs.region')} hint={say('inputs.region.hint')} levels={levels} next={{ name: 'step', value: 'region' }} />
          <Actions>
            <Button>{say('inputs.save')}</Button>
          </Actions>
        </form>
        <div className="mt">
          {say('inputs.why')}
          <PopoverNote id="why-region" opener={say('inputs.why.open')} title={say('inputs.why.title')}>
            <p>{say('inputs.why.text')}</p>
          </PopoverNote>
        </div>
      </Section>
      <StateSamples />
      <Section id="list" title={say('inputs.list')}>
        <ListView
          address={address}
          filters={
            <FilterField id="open" label={say('inputs.list.open')}>
              <Select id="open" name="open" defaultValue={address.filters['open'] ?? ''} options={[{ value: '', label: say('inputs.list.open.all') }, { value: 'yes', label: say('inputs.list.open.yes') }, { value: 'no', label: say('inputs.list.open.no') }]} />
            </FilterField>
          }
          filterWord={say('inputs.list.filter')}
          caption={say('inputs.list.caption')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.name}
          empty={emptyWords(address, say('inputs.list.none'))}
          summary={say('inputs.list.summary', { count: rows.length })}
          nextCursor={address.cursor === undefined ? 'next' : null}
          columns={[
            { key: 'name', title: say('inputs.list.unit'), names: true, sortable: true, cell: (row) => row.name },
            { key: 'open', title: say('inputs.list.open'), numeric: true, sortable: true, cell: (row) => row.open },
          ]}
        />
      </Section>
      <Section id="small" title={say('inputs.small')}>
        <Breadcrumbs label={say('inputs.crumbs')} items={[{ href: '/gallery', text: say('inputs.crumbs.home') }, { href: '/gallery/inputs', text: say('inputs.crumbs.services') }]} />
        <p className="row">
          {iconNames.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </p>
      </Section>
    </div>
  )
}
