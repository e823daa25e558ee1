import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Tag } from '#ui/tag.tsx'
import { call } from '#web/call.ts'
import { longDayWords } from '#web/day-words.ts'
import { regionNamesFor } from '#web/region-levels.ts'
import { staffFirst } from '#web/staff-first.ts'
import { categoryName, say } from '../text.ts'
import { HotlineTabs } from './hotline-tabs.tsx'

const periods = [7, 30, 90] as const
const levels = ['big', 'small'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = staffFirst(context, request)
  const { searchParams } = new URL(request.url)
  const asked = Number(searchParams.get('days'))
  const level = levels.find((one) => one === searchParams.get('level')) ?? 'big'
  const days = periods.find((one) => one === asked) ?? 30
  const found = await call(context, 'hotline.get-hot-spots', { days, level })
  return { ...found, days, level, roles: staff.roles.map(({ role }) => role), regions: await regionNamesFor(context, found.spots.map(({ regionCode }) => regionCode)) }
}

export function meta() {
  return [{ title: say('spots') }]
}

/** Where people call about the same thing, and how each category fares; no share stands without its parts. */
export default function HotSpotsPage() {
  const { spots, categories, from, to, days, level, roles, regions } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <div className="row page-h">
        <h1 className="grow">{say('spots')}</h1>
        <p className="meta">{say('spots.period', { from: longDayWords(from), to: longDayWords(to) })}</p>
      </div>
      <HotlineTabs roles={roles} current="/hotline/hot-spots" />
      <Tabs label={say('spots.periods')} items={periods.map((one) => ({ href: `/hotline/hot-spots?days=${one}&level=${level}`, text: say('spots.days', { days: one }), current: one === days }))} />
      <Tabs label={say('spots.levels')} items={levels.map((one) => ({ href: `/hotline/hot-spots?days=${days}&level=${one}`, text: say(`spots.level.${one}`), current: one === level }))} />
      <Section id="places" title={say('spots.places')}>
        <Table
          caption={say('spots.places')}
          captionHidden
          rows={spots}
          rowKey={(row) => `${row.category} ${row.regionCode}`}
          empty={say('spots.none')}
          columns={[
            { key: 'category', title: say('column.category'), names: true, cell: (row) => categoryName(row.category) },
            { key: 'region', title: say('spots.region'), cell: (row) => regions[row.regionCode] ?? '' },
            { key: 'now', title: say('spots.now'), numeric: true, cell: (row) => row.now },
            { key: 'before', title: say('spots.before'), numeric: true, cell: (row) => row.before },
            { key: 'hot', title: say('spots.hot'), cell: (row) => (row.hot ? <Tag kind="over">{say('spots.is-hot')}</Tag> : say('category.none')) },
          ]}
        />
      </Section>
      <Section id="categories" title={say('spots.categories')}>
        <Table
          caption={say('spots.categories')}
          captionHidden
          rows={categories}
          rowKey={(row) => row.category}
          empty={say('spots.none')}
          columns={[
            { key: 'category', title: say('column.category'), names: true, cell: (row) => categoryName(row.category) },
            { key: 'orders', title: say('spots.orders'), numeric: true, cell: (row) => row.orders },
            { key: 'returned', title: say('spots.returned'), numeric: true, cell: (row) => row.returned },
            { key: 'satisfied', title: say('spots.satisfied'), numeric: true, cell: (row) => say('spots.of', { part: row.satisfied, whole: row.answered }) },
            { key: 'suggested', title: say('spots.suggested'), numeric: true, cell: (row) => say('spots.of', { part: row.suggested, whole: row.orders }) },
          ]}
        />
      </Section>
    </div>
  )
}
