import type { OutputOf } from '#app'
import { law } from '#kernel/access/caller.ts'
import type { Day } from '#kernel/time/day.ts'
import { allMetrics } from '#modules/reporting/registry.ts'
import type { TestOffice } from '#test/harness/office.ts'

type Figure = OutputOf<'reporting.list-figures'>['items'][number]
type Row = OutputOf<'reporting.list-figure-rows'>['items'][number]

/** What is asked of every figure. */
interface FigurePeriod {
  readonly from: Day
  readonly to: Day
  readonly unitId?: string
  readonly asOf?: string
}

/** Every figure, also those that the public does not read, says as much as the list behind it has rows, counts what the list counts, and lists nothing twice. */
export async function judgeFigures(office: TestOffice, period: FigurePeriod): Promise<readonly string[]> {
  const { items } = await office.call('reporting.list-figures', law, period)
  const faults: string[] = []
  for (const figure of [...items, ...(await closedFigures(office, period))]) faults.push(...faultsOf(figure, await listOf(office, figure.metric, period)).map((fault) => `${figure.metric} ${JSON.stringify(period)}: ${fault}`))
  return items.some(({ counted }) => counted > 0) ? faults : ['no figure counts anything']
}

/** What only the office reads; a figure that is not divided by unit is not asked for one. */
async function closedFigures(office: TestOffice, period: FigurePeriod): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { id, dimensions } of allMetrics.filter(({ open }) => !open)) {
    if (period.unitId !== undefined && !dimensions.includes('unitId')) continue
    figures.push((await office.call('reporting.get-figure', law, { metric: id, ...period })).figure)
  }
  return figures
}

function faultsOf(figure: Figure, rows: readonly Row[]): readonly string[] {
  const counted = rows.filter((row) => row.counted).length
  const isGrowth = figure.metric.endsWith('growth')
  const [numerator, denominator] = figure.denominator === null ? [counted, null] : [counted, rows.length]
  return [
    ...(rows.length === figure.listed && counted === figure.counted ? [] : [`says ${figure.counted} of ${figure.listed}, its list has ${counted} of ${rows.length}`]),
    ...(isGrowth || (numerator === figure.numerator && denominator === figure.denominator) ? [] : [`is made of ${figure.numerator} and ${figure.denominator}, its list of ${numerator} and ${denominator}`]),
    ...(new Set(rows.map(({ key }) => key)).size === rows.length ? [] : ['lists something twice']),
  ]
}

/** The whole list behind a figure. */
export async function listOf(office: TestOffice, metric: string, period: FigurePeriod): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await office.call('reporting.list-figure-rows', law, { metric, ...period, limit: 100, ...(cursor !== undefined && { cursor }) })
    rows.push(...page.items)
    if (page.nextCursor === null) return rows
    cursor = page.nextCursor
  }
}
