import type { Metric } from '#kernel/metrics/metric.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import { dispatches, dueEvents, filedEvents, reportedEvents, verifications } from './store/metric-rows.ts'

const ofEvents = { version: 1, dimensions: ['unitId', 'item', 'channel', 'regionCode'], decimals: 2, open: true, source: 'GB/T 30428.4', register: [] } as const

/** The figures of the grid: how much is found, filed, dispatched to the right unit, solved in time, solved, and done again. */
export const gridMetrics: readonly Metric[] = [
  { ...ofEvents, id: 'grid.reported', words: words['grid.reported'], shape: 'count', timeBasis: 'openedAt', rows: async (_, window) => reportedEvents(window, 'all') },
  { ...ofEvents, id: 'grid.filing-rate', words: words['grid.filing-rate'], shape: 'ratio', timeBasis: 'openedAt', rows: async (_, window) => reportedEvents(window, 'filed') },
  { ...ofEvents, id: 'grid.dispatch-accuracy', words: words['grid.dispatch-accuracy'], shape: 'ratio', timeBasis: 'dispatchedAt', rows: async (_, window) => dispatches(window) },
  { ...ofEvents, version: 2, id: 'grid.on-time-rate', words: words['grid.on-time-rate'], shape: 'ratio', timeBasis: 'dueAt', rows: async (_, window) => dueEvents(window) },
  { ...ofEvents, id: 'grid.closing-rate', words: words['grid.closing-rate'], shape: 'ratio', timeBasis: 'filedAt', rows: async (_, window) => filedEvents(window) },
  { ...ofEvents, id: 'grid.rework-rate', words: words['grid.rework-rate'], shape: 'ratio', timeBasis: 'verifiedAt', rows: async (_, window) => verifications(window) },
]
