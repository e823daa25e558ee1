import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'
import type { RecordClass } from '../schema.ts'

const inWindow = ({ from, until, cutOff }: MetricWindow, at: ReturnType<typeof sql>) => sql`${at} >= ${from} AND ${at} < ${until} AND ${at} <= ${cutOff}`

/** Records first published in the period, each once whatever became of it later; `kind` is its class (O-02). Counted: all, or those of one class. */
export async function publishedRecords(window: MetricWindow, counted?: RecordClass): Promise<MetricRows> {
  return sql`
    SELECT r.id::text AS key, r.id AS matter_id, r.first_published_at AS at, ${counted === undefined ? sql`true` : sql`r.class = ${counted}`} AS counted, r.unit_id, r.class AS kind
    FROM public_records r WHERE r.interprets IS NULL AND ${inWindow(window, sql`r.first_published_at`)}`
}

/** Interpretations first published in the period. */
export async function publishedInterpretations(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT r.id::text AS key, r.id AS matter_id, r.first_published_at AS at, true AS counted, r.unit_id
    FROM public_records r WHERE r.interprets IS NOT NULL AND ${inWindow(window, sql`r.first_published_at`)}`
}

/** Records first published in the period that answer a concern of the public. */
export async function publishedAnswers(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT r.id::text AS key, r.id AS matter_id, r.first_published_at AS at, true AS counted, r.unit_id, r.class AS kind
    FROM public_records r WHERE r.answers_concern AND ${inWindow(window, sql`r.first_published_at`)}`
}

/** Postings of records by channel in the period: one record counts in each channel and with each posting, so their sum may exceed the records (O-02). All, or those of one channel. */
export async function channelPublications(window: MetricWindow, only?: string): Promise<MetricRows> {
  return sql`
    SELECT c.record_id || ':' || c.channel || ':' || c.posting AS key, c.record_id AS matter_id, c.published_at AS at, true AS counted, r.unit_id, c.channel, r.class AS kind
    FROM record_channels c JOIN public_records r ON r.id = c.record_id WHERE r.interprets IS NULL AND (${only ?? null}::text IS NULL OR c.channel = ${only ?? null}) AND ${inWindow(window, sql`c.published_at`)}`
}

/** A limit ends at 24:00 of its last day, and belongs to that day. */
const dueWithin = sql`coalesce(p.due_at, t.due_at) - interval '1 millisecond'`

/** Editions that had to be public in the period, those that still are not among them; counted are those published in time (O-01), or those that are not public at the cut-off. */
export async function duePublications(window: MetricWindow, counted: 'onTime' | 'openLate'): Promise<MetricRows> {
  const isCounted = counted === 'onTime' ? sql`coalesce(p.published_at <= p.due_at AND p.published_at <= ${window.cutOff}, false)` : sql`coalesce(p.published_at > ${window.cutOff}, true)`
  return sql`
    SELECT t.id::text AS key, t.matter_id, ${dueWithin} AS at, ${isCounted} AS counted, r.unit_id, r.class AS kind
    FROM timers t JOIN public_records r ON r.id = t.matter_id LEFT JOIN record_publications p ON p.timer_id = t.id
    WHERE t.name = 'publish' AND (p.timer_id IS NOT NULL OR t.ended_at IS NULL OR t.ended_at > ${window.cutOff}) AND ${inWindow(window, dueWithin)}`
}
