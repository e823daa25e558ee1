import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Config } from '#kernel/config/config.ts'
import { systemClock } from '#kernel/time/clock-source.ts'
import { parseDay } from '#kernel/time/day.ts'
import { openOffice } from '../process.ts'
import { liveCity } from './simulator/live.ts'
import { getProfile } from './simulator/profiles.ts'
import { begunText, progressLine } from './simulator/progress.ts'

/**
 * `city --profile huadu-2018 --from 2018-01-01 --to 2018-05-31 --seed 1`: lives a simulated city in a data folder of its own
 * below the configured one, or in the database of DATABASE_URL if that is empty. Ctrl-C stops after the day that is being
 * lived; the same command goes on. Commits do not wait for the disk: what a crash takes away is lived again.
 */
export async function runCity(config: Config, flags: readonly string[], say: (line: string) => void): Promise<void> {
  const { values } = parseArgs({
    args: [...flags],
    options: {
      profile: { type: 'string', default: 'huadu-2018' },
      from: { type: 'string', default: '2018-01-01' },
      to: { type: 'string', default: '2018-05-31' },
      seed: { type: 'string', default: '1' },
      width: { type: 'string', default: '16' },
      scale: { type: 'string', default: '1' },
    },
  })
  const dataFolder = config.databaseUrl === undefined ? join(config.dataFolder, 'cities', `${values.profile}-${values.seed}`) : config.dataFolder
  const office = await openOffice({ ...config, dataFolder, demo: true, databasePoolSize: Number(values.width) + 2 }, { lazyCommits: true })
  let stopping = false
  const stop = (): void => {
    stopping = true
    say('stopping after this day')
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    const startedAt = systemClock.now().getTime()
    const elapsedMs = (): number => systemClock.now().getTime() - startedAt
    const lived = await liveCity(office.app, {
      profile: getProfile(values.profile),
      from: parseDay(values.from),
      to: parseDay(values.to),
      seed: values.seed,
      width: Number(values.width),
      scale: Number(values.scale),
      elapsedMs,
      onProgress: (progress) => say(progressLine(progress)),
      shouldStop: () => stopping,
    })
    const seconds = elapsedMs() / 1000
    say(`lived until ${lived.livedUntil}: ${begunText(lived.begun)}; ${lived.acts} acts, ${lived.byLaw} by the office itself, ${lived.overtaken} overtaken`)
    say(`${((lived.begunInRun['cases'] ?? 0) / seconds).toFixed(1)} cases/s beside all other business, ${(lived.acts / seconds).toFixed(1)} acts/s, ${(lived.events / seconds).toFixed(0)} ledger events/s in ${seconds.toFixed(0)} s`)
    say(`data: ${config.databaseUrl === undefined ? dataFolder : config.schema}; YIMEN_DATA=${dataFolder} npm start shows it`)
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    await office.close()
  }
}
