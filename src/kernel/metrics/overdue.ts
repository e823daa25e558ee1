import { type RawBuilder, sql } from 'kysely'
import { isOverdue, parseTimer, type Timer } from '#kernel/time/timer.ts'
import type { MetricReading } from './metric.ts'

interface Sought {
  readonly kind: string
  readonly timers: readonly string[]
  readonly at: Date
}

/** What one reading has looked up: the rate of those on time and the number of those late ask for the same. */
const found = new WeakMap<MetricReading, Map<string, Promise<readonly string[]>>>()

/**
 * Ids of the matters of a kind that were overdue and still open at an instant by one of the named timers. The timers of today
 * are looked at as they stood then: later stops, extensions and ends are taken back, so the answer never changes afterwards.
 */
export function mattersOverdueAt(reading: MetricReading, sought: Sought): Promise<readonly string[]> {
  const known = found.get(reading) ?? new Map<string, Promise<readonly string[]>>()
  found.set(reading, known)
  const key = JSON.stringify(sought)
  const ids = known.get(key) ?? readOverdueAt(reading, sought)
  known.set(key, ids)
  return ids
}

async function readOverdueAt({ db, calendar }: MetricReading, sought: Sought): Promise<readonly string[]> {
  const { rows } = await sql<{ matterId: string; body: unknown }>`
    SELECT t.matter_id AS "matterId", t.body FROM timers t JOIN matters m ON m.id = t.matter_id
    WHERE m.kind = ${sought.kind} AND t.name = ANY(${sought.timers}::text[]) AND (t.ended_at IS NULL OR t.ended_at > ${sought.at})
      AND (t.body ->> 'anchorAt')::timestamptz < ${sought.at} AND ${notClosedAt(sought.at)}`.execute(db)
  const overdue = rows.filter(({ body }) => isOverdue(timerAsOf(parseTimer(body), sought.at), calendar, sought.at))
  return [...new Set(overdue.map(({ matterId }) => matterId))]
}

/** That the matter `m` was not closed at an instant: what is open now and what was closed since, which indexes hold apart from all the rest. */
export function notClosedAt(at: Date): RawBuilder<unknown> {
  return sql`(m.closed_at IS NULL OR m.closed_at > ${at})`
}

/** A timer as it stood at an instant after its anchor. */
export function timerAsOf(timer: Timer, at: Date): Timer {
  const { satisfiedAt, voidedAt, supersededAt, supersededBy, endReason, ...open } = timer
  const before = (instant: Date | undefined): boolean => instant !== undefined && instant <= at
  return {
    ...open,
    segments: timer.segments.filter((segment) => segment.startedAt <= at).map(({ endedAt, ...segment }) => (endedAt !== undefined && endedAt <= at ? { ...segment, endedAt } : segment)),
    extensions: timer.extensions.filter((extension) => extension.grantedAt <= at),
    ...(satisfiedAt !== undefined && before(satisfiedAt) && { satisfiedAt }),
    ...(voidedAt !== undefined && before(voidedAt) && { voidedAt, ...(endReason !== undefined && { endReason }) }),
    ...(supersededAt !== undefined && before(supersededAt) && { supersededAt, ...(supersededBy !== undefined && { supersededBy }), ...(endReason !== undefined && { endReason }) }),
  }
}
