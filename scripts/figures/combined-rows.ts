import { percentText } from '#kernel/metrics/value-text.ts'
import { addCalendarDays, type Day } from '#kernel/time/day.ts'

/** The share of a figure that falls to one item, unit or window. */
export interface Part {
  readonly part: string | null
  readonly name: string | null
  readonly numerator: number
  readonly denominator: number | null
}

/** How figures are read in parts, from the first day of the period to the last. */
export interface PartSource {
  readonly from: Day
  readonly to: Day
  readonly parts: (metric: string, by: 'item' | 'unitId', changes?: { readonly from?: Day; readonly to?: Day; readonly windowId?: string }) => Promise<readonly Part[]>
  /** The windows of all halls that take every item (综合窗口). */
  readonly generalWindows: () => Promise<readonly string[]>
}

/** A row of the register that is made of several figures; its text, or why there is none. */
interface CombinedRow {
  readonly row: string
  readonly name: string
  readonly seed: string
  readonly definition: string
  readonly value: string
}

const frequentItems = 100

/** Rows 21, 22a, 27 and 29 of the register: no figure of their own, but figures by department, on two days, or beside each other. */
export async function combinedRows(source: PartSource): Promise<readonly CombinedRow[]> {
  return [
    { row: '21', name: '部门网上办理率', seed: '税务 90.3 %, 工商 90 % (S002)', definition: '`cases.online-rate` by department, the largest ten', value: await onlineByDepartment(source) },
    { row: '22a', name: '网上办理率翻一番', seed: '25.5 % → ≥51 % (S002)', definition: '`catalogue.online-rate` of the last day ÷ that of the day before the first', value: await growthOfOnlineRate(source) },
    { row: '27', name: '一窗综合受理率', seed: '≥60 %, then ≥70 % (S002)', definition: 'items in the hall of which a general window took one in ÷ items in the hall (`cases.accepted`, `catalogue.in-hall-rate`)', value: await acceptedByGeneralWindows(source) },
    { row: '29', name: '高频事项最多跑一次', seed: '100 items (S002)', definition: `items with at most one visit among the ${frequentItems} that were applied for most (\`cases.received\`, \`catalogue.at-most-one-visit-rate\`)`, value: await frequentWithOneVisit(source) },
  ]
}

async function onlineByDepartment({ parts }: PartSource): Promise<string> {
  const largest = (await parts('cases.online-rate', 'unitId')).toSorted((one, other) => (other.denominator ?? 0) - (one.denominator ?? 0) || textOf(one).localeCompare(textOf(other))).slice(0, 10)
  return largest.length === 0 ? 'left out (no data)' : largest.map((each) => `${each.name ?? each.part} ${shareText(each.numerator, each.denominator ?? 0)}`).join('; ')
}

async function growthOfOnlineRate({ parts, from, to }: PartSource): Promise<string> {
  const shareOn = async (day: Day): Promise<readonly [number, number]> => {
    const items = await parts('catalogue.online-rate', 'item', { from: day, to: day })
    return [sum(items.map(({ numerator }) => numerator)), items.length]
  }
  const [[before, allBefore], [after, all]] = [await shareOn(addCalendarDays(from, -1)), await shareOn(to)]
  if (before === 0 || all === 0) return 'left out (no data)'
  return `× ${((after / all) / (before / allBefore)).toFixed(2)} (${shareText(before, allBefore)}, then ${shareText(after, all)})`
}

async function acceptedByGeneralWindows({ parts, generalWindows, to }: PartSource): Promise<string> {
  const inHall = new Set((await parts('catalogue.in-hall-rate', 'item', { from: to, to })).filter(({ numerator }) => numerator > 0).map(textOf))
  const accepted = new Set<string>()
  for (const windowId of await generalWindows()) for (const item of await parts('cases.accepted', 'item', { windowId })) if (inHall.has(textOf(item))) accepted.add(textOf(item))
  return inHall.size === 0 ? 'left out (no data)' : shareText(accepted.size, inHall.size)
}

async function frequentWithOneVisit({ parts, to }: PartSource): Promise<string> {
  const oneVisit = new Set((await parts('catalogue.at-most-one-visit-rate', 'item', { from: to, to })).filter(({ numerator }) => numerator > 0).map(textOf))
  const frequent = (await parts('cases.received', 'item')).toSorted((one, other) => other.numerator - one.numerator || textOf(one).localeCompare(textOf(other))).slice(0, frequentItems)
  return frequent.length === 0 ? 'left out (no data)' : `${frequent.filter((item) => oneVisit.has(textOf(item))).length} of ${frequent.length}`
}

function textOf({ part }: Part): string {
  return part ?? ''
}

function shareText(numerator: number, denominator: number): string {
  return denominator === 0 ? 'left out (no data)' : `${percentText(numerator, denominator, 2)} (${numerator} ÷ ${denominator})`
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0)
}
