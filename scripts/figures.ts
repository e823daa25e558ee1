// Writes docs/reports/figures.md from simulated cities that were lived before (`npm run city`):
//   node scripts/figures.ts --data FOLDER [--period 2018-01..2018-05] [--other FOLDER …]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { law } from '#kernel/access/caller.ts'
import { readConfig } from '#kernel/config/config.ts'
import { findSimulationMark } from '#kernel/simulation/mark.ts'
import { type Day, parseDay } from '#kernel/time/day.ts'
import { getProfile } from '../src/city/simulator/profiles.ts'
import { openOffice } from '../src/process.ts'
import { periodOf } from '../src/report.ts'
import { figuresReport } from './figures/figures-report.ts'
import { partSource } from './figures/part-source.ts'
import { projectRoot } from './reports/declared.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, period: { type: 'string', default: '2018-01..2018-05' }, other: { type: 'string', multiple: true, default: [] } } })
if (values.data === undefined) throw new Error('which city? --data FOLDER')
const { from, to } = periodOf(values.period)
const main = await openCity(values.data)
const others = await Promise.all(values.other.map(openCity))
try {
  const report = await figuresReport({
    ...partSource(main.office.app, { from, to }),
    mark: main.mark,
    figure: (metric, until) => main.figure(metric, { from, to: parseDay(until) }),
    others: others.map(({ mark, figure }) => {
      const stated = getProfile(mark.profile.split(' × ')[0] ?? '').volumes.at(-1) ?? { from, to }
      return { mark, ...stated, figure: (metric) => figure(metric, stated) }
    }),
  })
  writeFileSync(join(projectRoot, 'docs/reports/figures.md'), report)
  console.log('docs/reports/figures.md written')
} finally {
  for (const { office } of [main, ...others]) await office.close()
}

/** Opens the office of a lived city and reads its figures. */
async function openCity(dataFolder: string) {
  const office = await openOffice({ ...readConfig(process.env), dataFolder, demo: true })
  const mark = await findSimulationMark(office.app.db)
  if (mark === undefined) throw new Error(`${dataFolder} holds no simulated city`)
  const figure = async (metric: string, period: { readonly from: Day; readonly to: Day }) => (await office.app.call('reporting.get-figure', law, { metric, from: period.from, to: period.to })).figure
  return { office, mark, figure }
}
