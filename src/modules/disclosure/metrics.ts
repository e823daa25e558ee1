import type { Metric } from '#kernel/metrics/metric.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import { answeredRequests, dueRequests, receivedRequests } from './store/metric-rows.ts'

const ofRequests = { version: 1, dimensions: ['unitId', 'channel', 'regionCode', 'kind'], decimals: 2, open: true, source: 'S004' } as const

/** The figures of applications for information. */
export const disclosureMetrics: readonly Metric[] = [
  { ...ofRequests, id: 'disclosure.requests', words: words['disclosure.requests'], shape: 'count', timeBasis: 'receivedOn', register: ['68'], rows: (_, window) => receivedRequests(window) },
  { ...ofRequests, version: 2, id: 'disclosure.on-time-rate', words: words['disclosure.on-time-rate'], shape: 'ratio', timeBasis: 'dueAt', register: ['68'], beside: ['disclosure.overdue-open'], rows: (_, window) => dueRequests(window, 'onTime') },
  { ...ofRequests, version: 2, id: 'disclosure.overdue-open', words: words['disclosure.overdue-open'], shape: 'count', timeBasis: 'dueAt', register: [], rows: (_, window) => dueRequests(window, 'openLate') },
  { ...ofRequests, id: 'disclosure.granted-rate', words: words['disclosure.granted-rate'], shape: 'ratio', timeBasis: 'answeredAt', register: [], rows: (_, window) => answeredRequests(window) },
]
