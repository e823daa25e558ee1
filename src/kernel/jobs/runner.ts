import { Logger, parseCronItems, run, runMigrations, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '#kernel/log/log.ts'
import type { Job, JobContext } from './job.ts'

export interface JobRunner {
  stop(): Promise<void>
}

export function jobSchemaOf(schema: string): string {
  return `${schema}_jobs`
}

/** Makes or upgrades the queue's own schema; runs as the owner of the database. */
export async function migrateJobs(url: string, schema: string): Promise<void> {
  await runMigrations({ connectionString: url, schema: jobSchemaOf(schema), logger: new Logger(() => () => undefined) })
}

/** Starts working the queue: `concurrency` jobs at a time, scheduled ones by their crontab lines. The pool is the owner's. */
export async function startJobs(options: {
  readonly pool: pg.Pool
  readonly schema: string
  readonly jobs: readonly Job[]
  readonly context: () => JobContext
  readonly log: Log
  readonly concurrency: number
}): Promise<JobRunner> {
  const taskList: TaskList = {}
  for (const job of options.jobs) {
    taskList[job.name] = async (payload) => {
      const { _cron, ...fields } = (payload ?? {}) as Record<string, unknown>
      try {
        await job.run(options.context(), job.payload.parse(fields))
      } catch (fault) {
        options.log.error('job failed', fault, { job: job.name })
        throw fault
      }
    }
  }
  const repeated = options.jobs.flatMap((job) => (job.schedule === undefined ? [] : [{ task: job.name, match: job.schedule, options: { backfillPeriod: 3_600_000 } }]))
  const runner = await run({
    pgPool: options.pool,
    schema: jobSchemaOf(options.schema),
    taskList,
    parsedCronItems: parseCronItems(repeated),
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') options.log.error(`queue: ${message}`)
    }),
  })
  return { stop: () => runner.stop() }
}
