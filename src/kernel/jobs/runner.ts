import { Logger, parseCrontab, run, runMigrations, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { z } from 'zod'
import type { Caller } from '#kernel/access/caller.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import type { Services } from '#kernel/contract/services.ts'
import type { Db } from '#kernel/db/pool.ts'
import type { Log } from '#kernel/log/log.ts'
import type { Job } from './job.ts'

/** What a job is given: the operations of its module, called as the program itself (or as the law). */
export interface JobContext {
  readonly db: Db
  readonly services: Services
  readonly now: Date
  run<I extends z.ZodType, O extends z.ZodType>(operation: Operation<string, I, O>, input: z.input<I>, caller?: Caller): Promise<z.output<O>>
}

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
  const crontab = options.jobs.flatMap((job) => (job.schedule === undefined ? [] : [`${job.schedule} ${job.name} ?fill=1h`])).join('\n')
  const runner = await run({
    pgPool: options.pool,
    schema: jobSchemaOf(options.schema),
    taskList,
    parsedCronItems: crontab === '' ? [] : parseCrontab(crontab),
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') options.log.error(`queue: ${message}`)
    }),
  })
  return { stop: () => runner.stop() }
}
