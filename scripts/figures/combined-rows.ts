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
  /** The windows of all halls; a general one takes every item (综合窗口). */
  readonly windows: () => Promise<readonly { readonly id: string; readonly general: boolean }[]>
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
const noData = 'left out (no data)'

/** Rows of the register that have no figure of their own, but figures by department, on two days, or beside each other. */
export async function combinedRows(source: PartSource): Promise<readonly CombinedRow[]> {
  return [
    { row: '11', name: '进驻事项 / 减幅', seed: '337, 40 % fewer than a year before (S000)', definition: 'items in the hall on the last day (`catalogue.in-hall-rate`), and by how much they are fewer than on the day before the first', value: await itemsInTheHall(source) },
    { row: '15', name: '综合窗口办件', seed: '5778 by 3 windows (S002)', definition: '`cases.accepted` at the general windows', value: await casesAtGeneralWindows(source) },
    { row: '20a', name: '未网办事项的单位', seed: '971 items in 35 units of 43 (S002)', definition: 'items that do not offer ONLINE; departments with an item of which none does (`catalogue.online-rate`)', value: await withoutNetwork(source) },
    { row: '21', name: '部门网上办理率', seed: '税务 90.3 %, 工商 90 % (S002)', definition: '`cases.online-rate` by department, the largest ten', value: await onlineByDepartment(source) },
    { row: '22a', name: '网上办理率翻一番', seed: '25.5 % → ≥51 % (S002)', definition: '`catalogue.online-rate` of the last day ÷ that of the day before the first', value: await growthOfOnlineRate(source) },
    { row: '25', name: '进驻部门', seed: '49 (S002)', definition: 'departments with an item in the hall (`catalogue.in-hall-rate`)', value: textOfCount((await inHall(source, 'unitId', source.to)).length) },
    { row: '27', name: '一窗综合受理率', seed: '≥60 %, then ≥70 % (S002)', definition: 'items in the hall of which a general window took one in ÷ items in the hall (`cases.accepted`, `catalogue.in-hall-rate`)', value: await acceptedByGeneralWindows(source) },
    { row: '29', name: '高频事项最多跑一次', seed: '100 items (S002)', definition: `items with at most one visit among the ${frequentItems} that were applied for most (\`cases.received\`, \`catalogue.at-most-one-visit-rate\`)`, value: await frequentWithOneVisit(source) },
    { row: '34', name: '服务窗口 / 进驻单位 / 事项', seed: '24 / 34 / 61 → 112 (S003)', definition: 'windows of all halls; departments and items in the hall, on the day before the first and on the last (`catalogue.in-hall-rate`)', value: await windowsUnitsItems(source) },
  ]
}

/** The items, or the departments, that are in the hall on a day. */
async function inHall({ parts }: PartSource, by: 'item' | 'unitId', day: Day): Promise<readonly string[]> {
  return (await parts('catalogue.in-hall-rate', by, { from: day, to: day })).filter(({ numerator }) => numerator > 0).map(textOf)
}

async function itemsInTheHall(source: PartSource): Promise<string> {
  const [before, now] = [(await inHall(source, 'item', addCalendarDays(source.from, -1))).length, (await inHall(source, 'item', source.to)).length]
  return before === 0 ? textOfCount(now) : `${now}; fewer by ${shareText(before - now, before)}`
}

async function casesAtGeneralWindows({ parts, windows }: PartSource): Promise<string> {
  const general = (await windows()).filter((window) => window.general)
  const accepted = await Promise.all(general.map(({ id: windowId }) => parts('cases.accepted', 'item', { windowId })))
  const all = sum(accepted.flat().map(({ numerator }) => numerator))
  return all === 0 ? noData : `${all} by ${accepted.filter((items) => items.length > 0).length} windows`
}

async function withoutNetwork({ parts, to }: PartSource): Promise<string> {
  const units = await parts('catalogue.online-rate', 'unitId', { from: to, to })
  const items = sum(units.map(({ numerator, denominator }) => (denominator ?? 0) - numerator))
  return units.length === 0 ? noData : `${items} items; ${units.filter(({ numerator }) => numerator === 0).length} of ${units.length} departments`
}

async function windowsUnitsItems(source: PartSource): Promise<string> {
  const before = await inHall(source, 'item', addCalendarDays(source.from, -1))
  const now = await inHall(source, 'item', source.to)
  return now.length === 0 ? noData : `${(await source.windows()).length} / ${(await inHall(source, 'unitId', source.to)).length} / ${before.length} → ${now.length}`
}

async function onlineByDepartment({ parts }: PartSource): Promise<string> {
  const largest = (await parts('cases.online-rate', 'unitId')).toSorted((one, other) => (other.denominator ?? 0) - (one.denominator ?? 0) || textOf(one).localeCompare(textOf(other))).slice(0, 10)
  return largest.length === 0 ? noData : largest.map((each) => `${each.name ?? each.part} ${shareText(each.numerator, each.denominator ?? 0)}`).join('; ')
}

async function growthOfOnlineRate({ parts, from, to }: PartSource): Promise<string> {
  const shareOn = async (day: Day): Promise<readonly [number, number]> => {
    const items = await parts('catalogue.online-rate', 'item', { from: day, to: day })
    return [sum(items.map(({ numerator }) => numerator)), items.length]
  }
  const [[before, allBefore], [after, all]] = [await shareOn(addCalendarDays(from, -1)), await shareOn(to)]
  if (before === 0 || all === 0) return noData
  return `× ${((after / all) / (before / allBefore)).toFixed(2)} (${shareText(before, allBefore)}, then ${shareText(after, all)})`
}

async function acceptedByGeneralWindows(source: PartSource): Promise<string> {
  const offered = new Set(await inHall(source, 'item', source.to))
  const accepted = new Set<string>()
  for (const { id: windowId, general } of await source.windows()) {
    if (general) for (const item of await source.parts('cases.accepted', 'item', { windowId })) if (offered.has(textOf(item))) accepted.add(textOf(item))
  }
  return shareText(accepted.size, offered.size)
}

async function frequentWithOneVisit({ parts, to }: PartSource): Promise<string> {
  const oneVisit = new Set((await parts('catalogue.at-most-one-visit-rate', 'item', { from: to, to })).filter(({ numerator }) => numerator > 0).map(textOf))
  const frequent = (await parts('cases.received', 'item')).toSorted((one, other) => other.numerator - one.numerator || textOf(one).localeCompare(textOf(other))).slice(0, frequentItems)
  return frequent.length === 0 ? noData : `${frequent.filter((item) => oneVisit.has(textOf(item))).length} of ${frequent.length}`
}

function textOf({ part }: Part): string {
  return part ?? ''
}

function textOfCount(count: number): string {
  return count === 0 ? noData : String(count)
}

function shareText(numerator: number, denominator: number): string {
  return denominator === 0 ? noData : `${percentText(numerator, denominator, 2)} (${numerator} ÷ ${denominator})`
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0)
}
