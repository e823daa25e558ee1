// How fast the simulated city lives: cases alone, and all its business, each in an empty city of its own, the five months of S004.
// node bench/city.ts [share of the volume]; writes docs/reports/bench-city.md. Commits do not wait for the disk, as in `npm run city`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { readConfig } from '#kernel/config/config.ts'
import { say } from '#kernel/log/say.ts'
import { parseDay } from '#kernel/time/day.ts'
import { liveCity } from '../src/city/simulator/live.ts'
import { getProfile, type Profile } from '../src/city/simulator/profiles.ts'
import { progressLine } from '../src/city/simulator/progress.ts'
import { openOffice } from '../src/process.ts'

/** The aim of the plan: the cases of S004 in five minutes. */
const [aimCases, aimMinutes] = [29_928, 5]
const [from, to] = ['2018-01-01', '2018-05-31']
const width = 16
const [scale = 0.05] = process.argv.slice(2).map(Number)

const whole = getProfile('huadu-2018')
const { key, source, volumes, channels, corrected, withdrawn, refused, stopped, late, rated, grades } = whole
const casesAlone: Profile = { key: `${key}, cases alone`, source, volumes, channels, corrected, withdrawn, refused, stopped, late, rated, grades }

interface Lived {
  readonly cases: number
  readonly acts: number
  readonly events: number
  readonly seconds: number
}

const lines = [
  '# Speed of the simulated city',
  '',
  `\`node bench/city.ts ${scale}\`: ${from} to ${to}, × ${scale} of the volumes of S004; ${width} acts at most in flight. Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB; simulator, operations and database share it. Filling the city is counted.`,
  `The aim is ${aimCases.toLocaleString('en')} cases in ${aimMinutes} minutes: ${(aimCases / aimMinutes / 60).toFixed(0)} cases/s. A case is lived whole, from its application to its rating, each act a call with its own transaction.`,
  '',
  '| what is lived | cases | acts | cases/s | acts/s | ledger events/s | minutes for the aim at this rate |',
  '|---|---|---|---|---|---|---|',
  rowOf('cases alone', await live(casesAlone)),
  rowOf('all business of the profile', await live(whole)),
  '',
]
writeFileSync(join(import.meta.dirname, '../docs/reports/bench-city.md'), lines.join('\n'))
say(lines.join('\n'))

function rowOf(what: string, { cases, acts, events, seconds }: Lived): string {
  return `| ${what} | ${cases} | ${acts} | ${(cases / seconds).toFixed(1)} | ${(acts / seconds).toFixed(0)} | ${(events / seconds).toFixed(0)} | ${(aimCases / (cases / seconds) / 60).toFixed(0)} |`
}

async function live(profile: Profile): Promise<Lived> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yimen-bench-'))
  const office = await openOffice({ ...readConfig(process.env), databaseUrl: undefined, dataFolder, demo: true, databasePoolSize: width + 2 }, { lazyCommits: true })
  try {
    const began = performance.now()
    const lived = await liveCity(office.app, { profile, from: parseDay(from), to: parseDay(to), seed: '1', scale, width, elapsedMs: () => performance.now() - began, onProgress: (progress) => say(progressLine(progress)) })
    return { cases: lived.begun['cases'] ?? 0, acts: lived.acts, events: lived.events, seconds: (performance.now() - began) / 1000 }
  } finally {
    await office.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
