import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { CommandRates, ExplainTimes } from './commands.ts'
import type { ServerTimes } from './door.ts'
import type { RecomputeTimes } from './recompute.ts'

export interface Results {
  readonly timers: number
  readonly commands: CommandRates
  readonly explained: ExplainTimes
  readonly load: { readonly seconds: number }
  readonly recompute: RecomputeTimes
  readonly server?: ServerTimes
}

/** What was measured, as name and value. */
function rowsOf({ timers, commands, explained, load, recompute, server }: Results): readonly (readonly [string, string])[] {
  return [
    ['arm, stop, resume', `${commands.armPerSecond}, ${commands.stopPerSecond}, ${commands.resumePerSecond} commands a second, ${commands.atATime} at a time`],
    ['explain 60 working days with three stops', `p50 ${explained.p50.toFixed(2)} ms, p95 ${explained.p95.toFixed(2)} ms, ${explained.cpu.toFixed(2)} ms of processor`],
    [`load ${timers} open clocks`, `${load.seconds.toFixed(1)} s`],
    [`recompute ${recompute.counted} open clocks, ${recompute.moved} moved`, `${recompute.seconds.toFixed(1)} s in all, ${recompute.perSecond} clocks a second`],
    ['killed and gone on', `killed when ${recompute.countedWhenKilled} were counted; the second worker counted the other ${recompute.counted - recompute.countedWhenKilled}`],
    ['the worker', `${recompute.peakMegabytes} MB at most, ${recompute.workerCpuSeconds.toFixed(1)} s of processor`],
    ...(server === undefined ? [] : [['a server beside it', `${server.requests} requests, ${server.failed} failed, p50 ${server.p50.toFixed(1)} ms, p95 ${server.p95.toFixed(1)} ms`] as const]),
  ]
}

export function resultLines(results: Results): readonly string[] {
  return rowsOf(results).map(([name, value]) => `${name}: ${value}`)
}

/** Writes the table and the figures behind it. */
export function writeResults(folder: string, results: Results): void {
  const rows = rowsOf(results).map(([name, value]) => `| ${name} | ${value} |`)
  const head = `Made by \`node bench/clock.ts --timers ${results.timers}${results.server === undefined ? '' : ' --with-server'}\` on ${availableParallelism()} processors with Node ${process.version}. The recompute works in the notice of the next`
  writeFileSync(
    join(folder, 'bench-clock.md'),
    ['# The legal clock under load', '', head, 'year; its worker is killed once on the way, and the wall time includes the start of both workers.', '', '| what | measured |', '|---|---|', ...rows, ''].join('\n'),
  )
  writeFileSync(join(folder, 'bench-clock.json'), `${JSON.stringify(results, null, 2)}\n`)
}
