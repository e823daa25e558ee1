import { sql } from 'kysely'
import type { Db } from '#kernel/db/pool.ts'
import { jobSchemaOf } from '#kernel/jobs/runner.ts'
import type { Figure } from './meters.ts'

/** What waits in the office, and since when: seconds are the age of the oldest, 0 if none waits. */
export interface OfficeState {
  readonly jobsWaiting: number
  readonly jobsFailed: number
  readonly jobsLateSeconds: number
  readonly messagesWaiting: number
  readonly messagesLateSeconds: number
  readonly eventsUnsigned: number
  readonly eventsUnsignedSeconds: number
  readonly clocksOverdue: number
  readonly signalsLate: number
}

/** Reads what waits, as the owner of the database: the application's role does not see the job queue. One statement; `now` is the office's clock. */
export async function readOfficeState(owner: Db, schema: string, now: Date): Promise<OfficeState> {
  const jobs = sql.id(jobSchemaOf(schema), '_private_jobs')
  const age = (oldest: ReturnType<typeof sql>) => sql`greatest(0, coalesce(extract(epoch FROM ${now}::timestamptz - ${oldest}), 0))::float8`
  const { rows } = await sql<OfficeState>`
    SELECT
      (SELECT count(*) FROM ${jobs} WHERE locked_at IS NULL AND run_at <= ${now} AND attempts < max_attempts) AS "jobsWaiting",
      (SELECT count(*) FROM ${jobs} WHERE attempts > 0 AND locked_at IS NULL) AS "jobsFailed",
      (SELECT ${age(sql`min(run_at)`)} FROM ${jobs} WHERE locked_at IS NULL AND attempts = 0 AND run_at <= ${now}) AS "jobsLateSeconds",
      (SELECT count(*) FROM notifications WHERE next_attempt_at IS NOT NULL) AS "messagesWaiting",
      (SELECT ${age(sql`min(next_attempt_at)`)} FROM notifications WHERE next_attempt_at <= ${now}) AS "messagesLateSeconds",
      (SELECT count(*) FROM ledger_pending) AS "eventsUnsigned",
      (SELECT ${age(sql`min(e.at)`)} FROM ledger_pending p JOIN matter_events e USING (matter_id, seq)) AS "eventsUnsignedSeconds",
      (SELECT count(*) FROM timers WHERE ended_at IS NULL AND NOT stopped AND purpose IN ('legal', 'promised') AND due_at < ${now}) AS "clocksOverdue",
      (SELECT count(*) FROM timers WHERE next_signal_at < ${now}::timestamptz - interval '5 minutes') AS "signalsLate"`.execute(owner)
  const [state] = rows
  if (state === undefined) throw new Error('the state of the office could not be read')
  return state
}

/** The state as figures for Prometheus. */
export function figuresOf(state: OfficeState): readonly Figure[] {
  const figure = (name: string, help: string, value: number): Figure => ({ name: `yimen_${name}`, help, value })
  return [
    figure('jobs_waiting', 'jobs that could run now and are not taken', state.jobsWaiting),
    figure('jobs_failed', 'jobs that failed and wait for their next try, or have none left', state.jobsFailed),
    figure('jobs_late_seconds', 'how long the oldest job that was never tried is due', state.jobsLateSeconds),
    figure('messages_waiting', 'messages that are not sent yet', state.messagesWaiting),
    figure('messages_late_seconds', 'how long the oldest message that is not sent is due', state.messagesLateSeconds),
    figure('ledger_unsigned_events', 'events that no signed root covers yet', state.eventsUnsigned),
    figure('ledger_unsigned_seconds', 'age of the oldest of them', state.eventsUnsignedSeconds),
    figure('clocks_overdue', 'open legal clocks that are past due', state.clocksOverdue),
    figure('signals_late', 'clocks whose signal ought to have been raised five minutes ago', state.signalsLate),
  ]
}
