import { type RawBuilder, sql } from 'kysely'
import type { MetricRows } from './metric.ts'

interface Sought {
  readonly kind: string
  readonly timers: readonly string[]
  readonly at: Date
}

/**
 * A select of the ids of the matters of a kind that were overdue and still open at an instant by one of the named timers. A clock that has
 * expired is neither stopped nor extended any more, so its due instant of today was the one of then, and one that was stopped or extended
 * in time is due after the instant at which it was: the answer never changes afterwards.
 */
export function mattersOverdueAt({ kind, timers, at }: Sought): MetricRows {
  const late = sql`SELECT matter_id FROM timers WHERE due_at < ${at} AND name = ANY(${[...timers]}::text[])`
  // The late clocks first: asked together with the rest, PostgreSQL looks at every open matter of the kind.
  return sql`
    WITH late AS MATERIALIZED (${late} AND ended_at IS NULL UNION ${late} AND ended_at > due_at AND ended_at > ${at})
    SELECT m.id FROM late JOIN matters m ON m.id = late.matter_id WHERE m.kind = ${kind} AND ${notClosedAt(at)}`
}

/** That the matter `m` was not closed at an instant: what is open now and what was closed since, which indexes hold apart from all the rest. */
export function notClosedAt(at: Date): RawBuilder<unknown> {
  return sql`(m.closed_at IS NULL OR m.closed_at > ${at})`
}
