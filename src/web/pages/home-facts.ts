import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { joined } from '#ui/text.ts'
import { call } from '../call.ts'
import { type HomeFacts, type HomeFigure, requestContext } from '../context.ts'
import { homeText } from './home-text.ts'

type Theme = OutputOf<'catalogue.list-themes'>['items'][number]
type Hall = OutputOf<'organisation.list-halls'>['items'][number]
type Figures = OutputOf<'evaluations.get-figures'>['total']

/** How many one-stop themes of people and of business, and how many halls the first page shows; each list has a page of its own. */
const shownThemes = 3
const shownHalls = 6
const kinds: readonly Hall['kind'][] = ['serviceCenter', 'subCenter', 'townServiceCenter', 'villageServiceStation']

/** What the home page shows, asked from the operations: a figure that nobody has counted is not there. */
export async function readHomeFacts(context: Readonly<RouterContextProvider>): Promise<HomeFacts> {
  const { today } = context.get(requestContext)
  const [themes, halls, departments, figures] = await Promise.all([
    call(context, 'catalogue.list-themes', { limit: 100 }),
    call(context, 'organisation.list-halls', { limit: shownHalls }),
    call(context, 'catalogue.list-departments', {}),
    call(context, 'evaluations.get-figures', { from: `${today.slice(0, 4)}-01-01`, to: today }),
  ])
  return {
    often: (['often.1', 'often.2', 'often.3', 'often.4'] as const).map((key) => ({ href: `/services?q=${encodeURIComponent(homeText(key))}`, text: homeText(key) })),
    figures: [...countOf(departments.items), ...satisfactionOf(figures.total)],
    bundles: bothKinds(themes.items).map((theme) => ({ title: theme.name, href: `/themes/${theme.key}`, lines: [theme.lifeStage, homeText('bundles.count', { count: theme.itemCount })] })),
    halls: halls.items.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind)).map((hall) => ({ title: hall.name, lines: [hall.address, hoursOf(hall)] })),
  }
}

/** The first of people's, then the first of business: everybody finds one that could be his. */
function bothKinds(themes: readonly Theme[]): readonly Theme[] {
  return (['person', 'organisation'] as const).flatMap((kind) => themes.filter(({ audience }) => audience === kind).slice(0, shownThemes))
}

function countOf(departments: readonly { readonly items: number }[]): readonly HomeFigure[] {
  const items = departments.reduce((sum, department) => sum + department.items, 0)
  return items === 0 ? [] : [{ label: homeText('figures.items'), value: homeText('figures.items.value', { count: items }), note: homeText('figures.items.note', { count: departments.length }) }]
}

function satisfactionOf({ satisfied, valid }: Figures): readonly HomeFigure[] {
  return valid === 0 ? [] : [{ label: homeText('figures.satisfied'), value: `${satisfied}/${valid}`, note: homeText('figures.satisfied.note', { percent: ((100 * satisfied) / valid).toFixed(1) }) }]
}

/** The hours that hold for everybody: the same hours on following weekdays as one range. */
function hoursOf({ openingHours }: Hall): string {
  const forAll = openingHours.filter((hours) => hours.applicants === 'all')
  const byDays = Map.groupBy(forAll, (hours) => hours.weekdays.join())
  return joined('parts', [...byDays.values()].map((group) => `${daysOf(group[0]?.weekdays ?? [])}${joined('clauses', group.map(({ from, to }) => `${from}—${to}`))}`))
}

function daysOf(weekdays: readonly number[]): string {
  const name = (weekday: number | undefined) => homeText('weekdays').split(' ')[(weekday ?? 1) - 1] ?? ''
  const first = weekdays[0]
  const last = weekdays.at(-1)
  if (first === last) return name(first)
  return weekdays.length === (last ?? 0) - (first ?? 0) + 1 ? homeText('days.range', { first: name(first), last: name(last) }) : joined('list', weekdays.map(name))
}
