import { sql } from 'kysely'
import { concerned } from '#kernel/signals/signal-unit.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import type { Metric, MetricRows, MetricWindow } from './metric.ts'
import { endOfWindow } from './period.ts'

/** Signals of a rung that were raised in the period and stood at its end, or at the cut-off before it; red ones stand also after their clock ended (S-02). */
async function standing(rung: 'yellow' | 'red', window: MetricWindow): Promise<MetricRows> {
  const at = endOfWindow(window)
  // What stands now and what was cleared since, each by an index of its own: most of what was ever raised is neither.
  const raised = (cleared: MetricRows): MetricRows => sql`
    SELECT s.id::text AS key, s.matter_id, s.fired_at AS at, true AS counted, ${concerned} AS unit_id, m.kind, m.region_code, m.channel
    FROM signals s JOIN matters m ON m.id = s.matter_id
    WHERE s.rung = ${rung} AND s.fired_at >= ${window.from} AND s.fired_at <= ${at} AND ${cleared}`
  return sql`${raised(sql`s.cleared_at IS NULL`)} UNION ALL ${raised(sql`s.cleared_at > ${at}`)}`
}

const common = { version: 2, shape: 'count', timeBasis: 'firedAt', dimensions: ['unitId', 'kind', 'regionCode', 'channel'], decimals: 0, source: 'S-01, S-02', register: [], open: false } as const

/** The figures of signals (红黄牌) of every kind of matter. */
export const signalMetrics: readonly Metric[] = [
  { ...common, id: 'signals.yellow', words: words['signals.yellow'], rows: (_, window) => standing('yellow', window) },
  { ...common, id: 'signals.red', words: words['signals.red'], rows: (_, window) => standing('red', window) },
]
