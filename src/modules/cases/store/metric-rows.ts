import { sql } from 'kysely'
import type { MetricRows, MetricWindow } from '#kernel/metrics/metric.ts'
import { mattersOverdueAt } from '#kernel/metrics/overdue.ts'
import { endOfWindow } from '#kernel/metrics/period.ts'
import { clockNames } from '../rules/clocks.ts'

// Every set of rows goes by the time of an event of the ledger: what a command did, not what the case is today.

const columnsAt = (at: MetricRows): MetricRows => sql`m.id::text AS key, m.id AS matter_id, ${at} AS at, m.lead_unit_id AS unit_id, c.receiving_hall_id AS hall_id, c.window_id, c.implement_code AS item, m.channel, m.region_code, c.applicant_kind AS kind`
const columns = columnsAt(sql`e.at`)
const source = sql`matter_events e JOIN matters m ON m.id = e.matter_id JOIN cases c ON c.id = m.id`

const applied = ['submit'] as const
const accepted = ['accept', 'deem-accepted'] as const
const decided = ['decide', 'deem-renewed'] as const
/** What ends a case otherwise than by a decision. */
const otherwiseClosed = ['find-not-required', 'find-out-of-scope', 'refuse-acceptance', 'withdraw', 'deem-withdrawn'] as const

const sets = { applied, accepted, decided, closed: [...decided, ...otherwiseClosed], withdrawn: ['withdraw', 'deem-withdrawn'], corrected: ['correct'] } as const satisfies Record<string, readonly string[]>
export type CaseSet = keyof typeof sets

function happened(set: CaseSet, window: MetricWindow): MetricRows {
  return sql`m.kind = 'case' AND e.command = ANY(${[...sets[set]]}::text[]) AND e.at >= ${window.from} AND e.at < ${window.until} AND e.at <= ${window.cutOff}`
}

/** Whether such an event of the same case had happened by the cut-off. */
function followed(set: CaseSet, window: MetricWindow): MetricRows {
  return sql`EXISTS (SELECT FROM matter_events f WHERE f.matter_id = m.id AND f.command = ANY(${[...sets[set]]}::text[]) AND f.at <= ${window.cutOff})`
}

/** Cases to which it happened in the period, each once, all counted. */
export async function casesWhich(set: CaseSet, window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT DISTINCT ON (m.id) ${columns}, true AS counted FROM ${source} WHERE ${happened(set, window)} ORDER BY m.id, e.seq`
}

/** Applications of the period; counted are those through the network. */
export async function casesByNetwork(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT ${columns}, m.channel IN ('online', 'mobile') AS counted FROM ${source} WHERE ${happened('applied', window)}`
}

/** Cases accepted in the period; counted are those that were closed by the cut-off (the same cohort above and below the line). */
export async function acceptedAndClosed(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT ${columns}, ${followed('closed', window)} AS counted FROM ${source} WHERE ${happened('accepted', window)}`
}

/** Cases accepted at a window in the period; counted are those decided on the day of acceptance. */
export async function decidedOnTheSpot(window: MetricWindow): Promise<MetricRows> {
  return sql`
    SELECT ${columns}, EXISTS (SELECT FROM matter_events f WHERE f.matter_id = m.id AND f.command = ANY(${[...decided]}::text[]) AND f.at <= ${window.cutOff} AND f.at::date = e.at::date) AS counted
    FROM ${source} WHERE ${happened('accepted', window)} AND m.channel = 'window'`
}

/** Cases decided in the period; counted are those decided on time (C-24). */
export async function decidedOnTime(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT ${columns}, coalesce((e.detail ->> 'onTime')::boolean, true) AS counted FROM ${source} WHERE ${happened('decided', window)}`
}

/** Cases that at the end of the period, or at the cut-off before it, were overdue and open. */
export async function overdueAndOpen(window: MetricWindow, counted: boolean): Promise<MetricRows> {
  const overdue = mattersOverdueAt({ kind: 'case', timers: [clockNames.legalDecision, clockNames.promisedDecision], at: endOfWindow(window) })
  return sql`SELECT ${columns}, ${counted}::boolean AS counted FROM ${source} WHERE m.id IN (${overdue}) AND e.seq = 1`
}

/** Grants of the period; counted are those of items that found an enterprise. */
export async function enterprisesFounded(window: MetricWindow): Promise<MetricRows> {
  return sql`SELECT ${columns}, true AS counted FROM ${source} WHERE ${happened('decided', window)} AND e.detail ->> 'outcome' = 'approved' AND c.item_name LIKE '%设立登记%'`
}

/**
 * Applications that at the end of the period, or at the cut-off before it, were not yet ended: all of them, or only those that nobody has
 * accepted. Read from the projection, which keeps these instants of the ledger and never moves them: what was open is what is open now and
 * what was closed since, which indexes hold apart from all that an office has closed.
 */
export async function stillOpen(window: MetricWindow, which: 'all' | 'unaccepted'): Promise<MetricRows> {
  const unaccepted = which === 'all' ? sql`` : sql`AND (c.accepted_at IS NULL OR c.accepted_at > ${window.cutOff})`
  const open = (ended: MetricRows): MetricRows => sql`
    SELECT ${columnsAt(sql`m.opened_at`)}, true AS counted FROM matters m LEFT JOIN cases c ON c.id = m.id
    WHERE m.kind = 'case' AND ${ended} AND m.opened_at <= ${endOfWindow(window)} ${unaccepted}`
  return sql`${open(sql`m.closed_at IS NULL`)} UNION ALL ${open(sql`m.closed_at > ${window.cutOff}`)}`
}
