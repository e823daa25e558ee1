import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '#kernel/log/log.ts'
import type { Job, JobContext } from './job.ts'
import { officeSchedule } from './schedule.ts'

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

/**
 * Starts working the queue: `concurrency` jobs at a time, scheduled ones by their crontab lines. The pool is the owner's. The
 * queue gives up when the database goes away under a job; it is then started anew until it works again or `stop` is called.
 */
export async function startJobs(options: {
  readonly pool: pg.Pool
  readonly schema: string
  readonly jobs: readonly Job[]
  readonly context: () => JobContext
  readonly log: Log
  readonly concurrency: number
  /** Throws while no job may act, for example by a wrong clock; it is tried again later. */
  readonly mayAct?: () => Promise<void>
}): Promise<JobRunner> {
  const taskList: TaskList = {}
  for (const job of options.jobs) {
    taskList[job.name] = async (payload) => {
      const { _cron, ...fields } = (payload ?? {}) as Record<string, unknown>
      try {
        await options.mayAct?.()
        await job.run(options.context(), job.payload.parse(fields))
      } catch (fault) {
        options.log.error('job failed', fault, { job: job.name })
        throw fault
      }
    }
  }
  const repeated = options.jobs.flatMap((job) => (job.schedule === undefined ? [] : [{ task: job.name, match: officeSchedule(job.schedule), options: { backfillPeriod: 3_600_000 } }]))
  // Batches, even of one, because Graphile Worker 0.18 drops the promise of an unbatched completion: if the database goes away at
  // that moment, the rejection that nobody handles would end the process.
  const start = (): Promise<Runner> => run({
    pgPool: options.pool,
    schema: jobSchemaOf(options.schema),
    taskList,
    parsedCronItems: parseCronItems(repeated),
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(() => (level, message) => {
      if (level === 'error') options.log.error(`queue: ${message}`)
    }),
  })
  const queue = keepWorking(await start(), start, options.log)
  const pulse = keepLooking(options)
  return { stop: async () => void (await Promise.all([queue.stop(), pulse.stop()])) }
}

const restartAfterMs = 1_000
const lookEveryMs = 1_000

/** Runs the jobs that look every second, one after the other; a failure is logged once until the job works again. */
function keepLooking({ jobs, context, log, mayAct }: { readonly jobs: readonly Job[]; readonly context: () => JobContext; readonly log: Log; readonly mayAct?: () => Promise<void> }): JobRunner {
  const stopping = new AbortController()
  const failing = new Set<string>()
  const looking = (async () => {
    for (;;) {
      await pause(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      for (const job of jobs.filter((each) => each.everySecond)) {
        try {
          await mayAct?.()
          await job.run(context(), {})
          failing.delete(job.name)
        } catch (fault) {
          if (!failing.has(job.name)) log.error('job failed', fault, { job: job.name })
          failing.add(job.name)
        }
      }
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await looking
    },
  }
}

function keepWorking(first: Runner, start: () => Promise<Runner>, log: Log): JobRunner {
  const stopping = new AbortController()
  let runner: Runner | undefined = first
  const working = (async () => {
    while (!stopping.signal.aborted) {
      try {
        runner ??= await start()
        if (stopping.signal.aborted) await runner.stop()
        await runner.promise
      } catch (fault) {
        log.error('queue stopped', fault)
      }
      if (stopping.signal.aborted) return
      runner = undefined
      await pause(restartAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await runner?.stop().catch(() => undefined)
      await working
    },
  }
}
