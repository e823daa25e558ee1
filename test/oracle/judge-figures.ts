import type { OutputOf } from '#app'
import { law } from '#kernel/access/caller.ts'
import type { Day } from '#kernel/time/day.ts'
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

/** Every figure says as much as the list behind it has rows, counts what the list counts, and lists nothing twice. */
export async function judgeFigures(office: TestOffice, period: FigurePeriod): Promise<readonly string[]> {
  const { items } = await office.call('reporting.list-figures', law, period)
  const faults: string[] = []
  for (const figure of items) faults.push(...faultsOf(figure, await listOf(office, figure.metric, period)).map((fault) => `${figure.metric} ${JSON.stringify(period)}: ${fault}`))
  return items.some(({ counted }) => counted > 0) ? faults : ['no figure counts anything']
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
