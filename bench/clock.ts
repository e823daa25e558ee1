// The legal clock under load: commands per second, explain, and a change of the calendar worked into many open clocks by a process
// that is killed once. On a quiet machine: node bench/clock.ts --timers 1000000 --with-server
// It writes docs/reports/bench-clock.md and .json; with fewer clocks than a million only when told: --report.
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { law } from '#kernel/access/caller.ts'
import { say } from '#kernel/log/say.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { measureCommands, measureExplain } from './clock/commands.ts'
import { startDoor } from './clock/door.ts'
import { loadClocks, today } from './clock/load.ts'
import { measureRecompute } from './clock/recompute.ts'
import { resultLines, type Results, writeResults } from './clock/results.ts'

const { values } = parseArgs({ options: { timers: { type: 'string', default: '50000' }, 'with-server': { type: 'boolean', default: false }, report: { type: 'boolean', default: false } } })
const timers = Number(values.timers)
if (!Number.isInteger(timers) || timers < 1_000) throw new Error('--timers is a whole number from 1000')

const office = await openTestOffice({ with: 'empty', now: today })
try {
  await office.call('kernel.adopt-shipped-calendar', law, {})
  const commands = await measureCommands(office)
  const explained = measureExplain(office)
  const load = await loadClocks(office, timers)
  say(`loaded ${timers} open clocks in ${load.seconds.toFixed(1)} s`)
  const door = values['with-server'] ? await startDoor(office.ownerUrl) : undefined
  const recompute = await measureRecompute(office, timers)
  const server = await door?.stop()
  const results: Results = { timers, commands, explained, load, recompute, ...(server && { server }) }
  for (const line of resultLines(results)) say(line)
  if (timers >= 1_000_000 || values.report) writeResults(join(import.meta.dirname, '../docs/reports'), results)
} finally {
  await office.close()
}
process.exit()
