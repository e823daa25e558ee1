import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'

export interface PendingJob {
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly runAt?: Date
  readonly key?: string
}

/** Adds the jobs of a command in its own transaction, in one statement; none is sent if the command rolls back. */
export async function flushJobs(db: Db, jobs: readonly PendingJob[]): Promise<void> {
  if (jobs.length === 0) return
  const specs = jobs.map((job) => ({ identifier: job.name, payload: job.payload, run_at: job.runAt?.toISOString() ?? null, job_key: job.key ?? null }))
  await later(db, sql`SELECT add_jobs(${JSON.stringify(specs)}::jsonb)`)
}
