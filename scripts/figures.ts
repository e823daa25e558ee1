// Writes docs/reports/figures.md from a simulated city that was lived before (`npm run city`):
//   node scripts/figures.ts --data FOLDER [--period 2018-01..2018-05]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { law } from '#kernel/access/caller.ts'
import { readConfig } from '#kernel/config/config.ts'
import { findSimulationMark } from '#kernel/simulation/mark.ts'
import { parseDay } from '#kernel/time/day.ts'
import { openOffice } from '../src/process.ts'
import { periodOf } from '../src/report.ts'
import { figuresReport } from './figures/figures-report.ts'
import { partSource } from './figures/part-source.ts'
import { projectRoot } from './reports/declared.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, period: { type: 'string', default: '2018-01..2018-05' } } })
if (values.data === undefined) throw new Error('which city? --data FOLDER')
const { from, to } = periodOf(values.period)
const office = await openOffice({ ...readConfig(process.env), dataFolder: values.data, demo: true })
try {
  const mark = await findSimulationMark(office.app.db)
  if (mark === undefined) throw new Error(`${values.data} holds no simulated city`)
  const report = await figuresReport({
    ...partSource(office.app, { from, to }),
    mark,
    figure: async (metric, until) => (await office.app.call('reporting.get-figure', law, { metric, from, to: parseDay(until) })).figure,
  })
  writeFileSync(join(projectRoot, 'docs/reports/figures.md'), report)
  console.log('docs/reports/figures.md written')
} finally {
  await office.close()
}
