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
import { sampleUnits } from '../gallery/samples.ts'
import type { PageHandle } from '../page-handle.ts'
import { findRegionLevels } from '../region-levels.ts'

export const handle: PageHandle = { rooms: true, crumbs: [{ href: '/gallery', text: '部件一览' }] }

export async function loader({ request, context }: LoaderFunctionArgs) {
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
  return [{ title: '一来一回的部件' }]
}

/** The parts that ask the server for what comes next: all of them work without a script. Contents are invented. */
export default function GalleryInputs() {
  const { levels, typed, day, address, rows } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="page-h">
        <h1>一来一回的部件</h1>
      </div>
      <Section id="ask" title="日期和地区">
        <form method="get">
          <DateField id="on" name="on" label="开业日期" typed={typed} defaultValue={day === 'impossible' ? undefined : day} error={day === 'impossible' ? '没有这一天，请看看月份和日子' : undefined} />
          <RegionPicker name="region" legend="经营场所在哪里" hint="从省选到村居" levels={levels} next={{ name: 'step', value: 'region' }} />
          <Actions>
            <Button>保存</Button>
          </Actions>
        </form>
        <div className="mt">
          为什么问地区？
          <PopoverNote id="why-region" opener="看说明" title="按地区分给哪个窗口">
            <p>经营场所在哪个镇街，就由哪个镇街的综合窗口收件。</p>
          </PopoverNote>
        </div>
      </Section>
      <Section id="list" title="能筛选、排序、翻页的表">
        <ListView
          address={address}
          filters={
            <FilterField id="open" label="超期未结">
              <Select id="open" name="open" defaultValue={address.filters['open'] ?? ''} options={[{ value: '', label: '全部' }, { value: 'yes', label: '有' }, { value: 'no', label: '没有' }]} />
            </FilterField>
          }
          filterWord="筛选"
          caption="各部门"
          captionHidden
          rows={rows}
          rowKey={(row) => row.name}
          empty={emptyWords(address, '没有部门')}
          summary={`这一页${rows.length}个部门`}
          nextCursor={address.cursor === undefined ? 'next' : null}
          columns={[
            { key: 'name', title: '部门', names: true, sortable: true, cell: (row) => row.name },
            { key: 'open', title: '超期未结', numeric: true, sortable: true, cell: (row) => row.open },
          ]}
        />
      </Section>
      <Section id="small" title="面包屑和图标">
        <Breadcrumbs label="例子" items={[{ href: '/gallery', text: '首页' }, { href: '/gallery/inputs', text: '办事' }]} />
        <p className="row">
          {iconNames.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </p>
      </Section>
    </div>
  )
}
