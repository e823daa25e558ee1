import type { SimulationMark } from '#kernel/simulation/mark.ts'
import { allMetrics } from '#modules/reporting/registry.ts'
import { type Figure, lifeOf, valueOf } from './figure-text.ts'
import register from './register.json' with { type: 'json' }

/** Which rows of the register each of the other reports states itself. */
const rowsOf: Readonly<Record<string, readonly string[]>> = { 'changzhou-2015': ['1', '2', '3'], 'zhaotong-2014': ['35', '38', '42', '43'] }

/** A city lived after another report than that of the main one. */
export interface OtherCity {
  readonly mark: SimulationMark
  readonly from: string
  readonly to: string
  readonly figure: (metric: string) => Promise<Figure>
}

/** The rows that the report of a city states, computed in that city; a section of docs/reports/figures.md. */
export async function otherCityText({ mark, from, to, figure }: OtherCity): Promise<string> {
  const { profile, volume, command } = lifeOf(mark)
  const lines: string[] = []
  for (const { row, name, seed } of register.filter((each) => rowsOf[profile]?.includes(each.row))) {
    const values = await Promise.all(allMetrics.filter((metric) => metric.register.includes(row)).map(async ({ id }) => valueOf(id, await figure(id))))
    lines.push(`| ${row} | ${name} | ${seed} | ${values.join('; ')} |`)
  }
  return `### \`${profile}\`

${from} to ${to}, ${volume}: \`${command}\`.

| # | figure | seed value | computed in this city |
|---|---|---|---|
${lines.join('\n')}
`
}
