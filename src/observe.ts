import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { migrationSets } from './app.ts'
import type { Office } from './process.ts'
import type { Config } from '#kernel/config/config.ts'
import { readMigrations } from '#kernel/db/migrate.ts'
import { type Database, openDatabase } from '#kernel/db/pool.ts'
import { listenForMetrics } from '#kernel/http/metrics-door.ts'
import { type ClockGuard, createClockGuard } from '#kernel/observability/clock-guard.ts'
import { createMeters, type Figure, type Meters } from '#kernel/observability/meters.ts'
import { type Observer, observers } from '#kernel/observability/observer.ts'
import { figuresOf, readOfficeState } from '#kernel/observability/office-state.ts'
import { judgeReadiness, type Readiness } from '#kernel/observability/readiness.ts'
import type { Clock } from '#kernel/time/clock-source.ts'
import { createTraces } from '#kernel/observability/traces.ts'

/** How the program is watched from outside: readiness, metrics, traces. */
export interface Watch {
  readonly observer: Observer
  readonly readiness: () => Promise<Readiness>
  /** Compares this machine's clock with the database's. */
  readonly clockGuard: ClockGuard
  /** Port of the metrics on this machine's loopback; undefined where they are switched off. */
  readonly metricsPort: number | undefined
  close(): Promise<void>
}

/** Whoever asks for readiness within this time gets the same answer: the address is public. */
const answerKeptMs = 1_000

/** Starts watching. What waits in the office is read as its owner, over one connection of its own. */
export async function watchOffice(office: Office, config: Config): Promise<Watch> {
  const { clock, log } = office.app.services
  const owner = openDatabase({ url: office.ownerUrl, schema: config.schema, poolSize: 1, asApplication: false })
  const migrations = readMigrations(migrationSets).map(({ owner: module, name }) => `${module}/${name}`)
  const state = () => readOfficeState(owner.db, config.schema, clock.now())
  const clockGuard = clockGuardOf(owner, clock)
  const meters = createMeters(async () => [...figuresOf(await state()), ...poolFigures(office.database), clockFigure(clockGuard)])
  const traces = config.traces === undefined ? undefined : createTraces({ collector: config.traces, clock: () => performance.timeOrigin + performance.now(), log })
  const page = config.metricsPort === undefined ? undefined : await listenForMetrics(meters, config.metricsPort)
  const ask = async (): Promise<Readiness> => {
    const clockRight = await clockGuard.mustBeRight().then(() => true, () => false)
    return judgeReadiness({ state: await state().catch(() => undefined), migrationsMissing: await countMissing(owner, migrations), clockRight })
  }
  return {
    observer: observers([measuring(meters), ...(traces ? [traces] : [])]),
    clockGuard,
    readiness: keptFor(answerKeptMs, ask),
    metricsPort: page?.port,
    close: async () => {
      await page?.close()
      await traces?.close()
      await owner.close()
    },
  }
}

/** Guards by the clock of the database that this connection reaches. */
export function clockGuardOf({ db }: Database, clock: Clock): ClockGuard {
  const databaseNow = async (): Promise<Date> => {
    const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(db)
    if (rows[0] === undefined) throw new Error('the database did not tell its time')
    return rows[0].now
  }
  return createClockGuard({ clock, databaseNow, monotonic: () => performance.now() })
}

function clockFigure({ skewMs }: ClockGuard): Figure {
  return { name: 'yimen_clock_skew_seconds', help: "by how much this machine's clock is ahead of the database's, as last seen", value: skewMs / 1000 }
}

function measuring(meters: Meters): Observer {
  return {
    begin({ method }) {
      const begun = performance.now()
      return ({ operation, status }) => meters.observe({ operation, method, status, seconds: (performance.now() - begun) / 1000 })
    },
  }
}

/** How many migrations of this program the database does not have; 0 where it cannot be asked, which is told otherwise. */
async function countMissing({ db }: Database, migrations: readonly string[]): Promise<number> {
  try {
    const { rows } = await sql<{ missing: number }>`
      SELECT count(*) AS missing FROM unnest(${migrations}::text[]) AS wanted (id)
      WHERE NOT EXISTS (SELECT FROM schema_migrations m WHERE m.owner || '/' || m.name = wanted.id)`.execute(db)
    return rows[0]?.missing ?? 0
  } catch {
    return 0
  }
}

function keptFor<Answer>(milliseconds: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined
  let askedAt = 0
  return () => {
    const now = performance.now()
    if (answer === undefined || now - askedAt > milliseconds) {
      askedAt = now
      answer = ask()
    }
    return answer
  }
}

function poolFigures({ pool, waiting }: Database): readonly Figure[] {
  return [
    { name: 'yimen_pool_connections', help: 'connections to the database that this process holds for calls', value: pool.totalCount },
    { name: 'yimen_pool_idle', help: 'of them, how many nobody uses', value: pool.idleCount },
    { name: 'yimen_pool_waiting', help: 'callers that wait for one', value: waiting() },
  ]
}
