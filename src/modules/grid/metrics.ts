import type { Metric } from '#kernel/metrics/metric.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import { dispatches, dueEvents, filedEvents, reportedEvents, verifications } from './store/metric-rows.ts'

/** Version 2: class (`item`) and unit of an event are those of the cut-off, no longer those of today. */
const ofEvents = { version: 2, dimensions: ['unitId', 'item', 'channel', 'regionCode'], decimals: 2, open: true, source: 'GB/T 30428.4', register: [] } as const

/**
 * The figures of the grid: how much is found, filed, dispatched to the right unit, solved in time, solved, and done again. What each counts is told
 * to readers by its `words`, and row by row by the statement that lists it.
 */
export const gridMetrics: readonly Metric[] = [
  { ...ofEvents, id: 'grid.reported', words: words['grid.reported'], shape: 'count', timeBasis: 'openedAt', rows: async (_, window) => reportedEvents(window, 'all') },
  // Over all that was reported, also what still waits for its filing: who files late has a low rate, not a small base.
  { ...ofEvents, id: 'grid.filing-rate', words: words['grid.filing-rate'], shape: 'ratio', timeBasis: 'openedAt', rows: async (_, window) => reportedEvents(window, 'filed') },
  // Each dispatch by itself: an event that was returned and dispatched again counts twice.
  { ...ofEvents, id: 'grid.dispatch-accuracy', words: words['grid.dispatch-accuracy'], shape: 'ratio', timeBasis: 'dispatchedAt', rows: async (_, window) => dispatches(window) },
  // Version 2 counted each time for treatment by itself, a second one after rework too, instead of the last of each event.
  { ...ofEvents, version: 3, id: 'grid.on-time-rate', words: words['grid.on-time-rate'], shape: 'ratio', timeBasis: 'dueAt', beside: ['grid.overdue-open'], rows: async (_, window) => dueEvents(window, 'onTime') },
  { ...ofEvents, version: 1, id: 'grid.overdue-open', words: words['grid.overdue-open'], shape: 'count', timeBasis: 'dueAt', rows: async (_, window) => dueEvents(window, 'openLate') },
  // By the day of filing, so that what is concluded later raises the rate of its own period.
  { ...ofEvents, id: 'grid.closing-rate', words: words['grid.closing-rate'], shape: 'ratio', timeBasis: 'filedAt', rows: async (_, window) => filedEvents(window) },
  { ...ofEvents, id: 'grid.rework-rate', words: words['grid.rework-rate'], shape: 'ratio', timeBasis: 'verifiedAt', rows: async (_, window) => verifications(window) },
]
