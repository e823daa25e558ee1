import type { SimulationMark } from '#kernel/simulation/mark.ts'
import { allMetrics } from '#modules/reporting/registry.ts'
import { combinedRows, type PartSource } from './combined-rows.ts'
import { type Figure, lifeOf, valueOf } from './figure-text.ts'
import { type OtherCity, otherCityText } from './other-cities.ts'
import register from './register.json' with { type: 'json' }

/** What the report is written from: the city, and how it reads a figure from the first day of the period to a day. */
export interface FigureSource extends PartSource {
  readonly mark: SimulationMark
  readonly figure: (metric: string, to: string) => Promise<Figure>
  /** Cities lived after the other reports. */
  readonly others: readonly OtherCity[]
}

/** docs/reports/figures.md: every row of the register that has a metric, computed in a lived city. */
export async function figuresReport(source: FigureSource): Promise<string> {
  const valueAt = async (id: string, to: string): Promise<string> => valueOf(id, await source.figure(id, to))
  const rows: string[] = []
  for (const row of register) {
    const values: string[] = []
    for (const { id } of allMetrics.filter(({ register: held }) => held.includes(row.row))) values.push(await valueAt(id, row.to ?? source.to))
    rows.push(`| ${row.row} | ${row.name} | ${row.seed} | ${row.definition} | ${values.join('; ')} |`)
  }
  const combined = (await combinedRows(source)).map(({ row, name, seed, definition, value }) => `| ${row} | ${name} | ${seed} | ${definition} | ${value} |`)
  const grid: string[] = []
  for (const { id, words } of allMetrics.filter((metric) => metric.id.startsWith('grid.'))) grid.push(`| ${words.name} | ${words.counts} | ${await valueAt(id, source.to)} |`)
  const others = await Promise.all(source.others.map(otherCityText))
  return text(source, { rows, combined, grid, others })
}

function text({ mark, from, to }: FigureSource, { rows, combined, grid, others }: Readonly<Record<'rows' | 'combined' | 'grid' | 'others', readonly string[]>>): string {
  const { profile, volume, command } = lifeOf(mark)
  return `# Figures of the seeds

The rows of the register of figures (domain.md 1.O) that today's modules can carry. Definitions: \`metrics.ts\` of each module,
evaluated by \`src/kernel/metrics\`. Every figure opens to a list of the same length; \`test/oracle/judge-figures.ts\` walks all of them. Written by \`node scripts/figures.ts --data FOLDER --other FOLDER\` from lived cities; nothing in it is typed.

The last column was computed for ${from} to ${to} in a simulated city with ${volume}
(profile \`${profile}\`, seed ${mark.seed}), lived until ${mark.livedUntil ?? '–'} through the public operations:
\`${command}\`.
Rows 65 to 68 are those of the first quarter. The volumes come from the seeds: applications, orders with their kinds and the share of satisfied
callers, records and applications for information from S004, the calls to 96128 from S003, lived in the same city. Grid events, channels, defects,
returns, stops, lateness and grades are invented habits (\`src/city/simulator\`), and the catalogue is the one that ships, so its shares are its own
and not those of the seed. Rows whose seed is another city (S000 to S002, and S003 but for the calls) show what this city counts beside what that one said.

| # | figure | seed value | definition | computed in the simulated city |
|---|---|---|---|---|
${rows.join('\n')}

## Rows that several figures make together

Computed by \`scripts/figures/combined-rows.ts\` from the same figures, divided by department or item.

| # | figure | seed value | definition | computed in the simulated city |
|---|---|---|---|---|
${combined.join('\n')}

## The grid

The seeds give no numbers of grid events; these figures follow GB/T 30428.4.

| figure | definition | computed in the simulated city |
|---|---|---|
${grid.join('\n')}

## The cities of the other reports

Each lived in a database of its own, and read by the same definitions for the period of its report.

${others.length === 0 ? 'None was lived for this report.\n' : others.join('\n')}
## Where the seeds contradict themselves (1.P)

- Row 42: S003 gives a transfer success rate of 91.35 %, which its own numbers do not give: 1873 ÷ 2398 = 78.11 %, 1873 ÷ 2809 =
  66.68 %. A figure is therefore always published with numerator and denominator (test in \`src/kernel/metrics/value-text.test.ts\`).
- Row 44: S004 writes "截至2017年5月31日" in a report on 2018, and closes all 29,928 cases that it accepted, those of the last day
  included. Here the cohort of the last days is still open at the cut-off and is shown so.
- Row 48: 388 + 156 = 544, not the 584 items of row 46: the other 40 are of other types, so types are counted each for itself.
- Row 59: the five kinds that S004 names make 88.98 %; the 2,885 orders that they leave are the sixth kind.
- Row 66: for 1,760 records S004 counts 1,895 posts on WeChat, so some were posted twice, 1,297 on the website of the government and
  1,207 on the microblog: 4,399 in all. The catalogue of this portal (政府信息公开条例 art. 24) has every record and comes on top.

## Not carried yet

Row 28 (材料减少率) needs two editions of the same items: the catalogue ships one edition of each, in force on every day of the period, so
there is no baseline to compare its papers with. Rows 4–10, 12, 39, 40, 51–55 need projects and the agency, 8 and 41 intermediaries and trading, 16, 17, 23, 24 and 31–33 dated records of
the hall, 36 payments, 37 consultation, 46 the scope of windows on a past day, 49 and 61–62 the exchange, 63–64 the survey. A row without its
module is left out, not filled.
`
}
