import type { Metric } from '#kernel/metrics/metric.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import { ORDER_KINDS, type OrderKind } from './schema.ts'
import { acceptedOrders, answeredCallbacks, dispatchedOrders, dueOrders, transferCalls } from './store/metric-rows.ts'

/** Version 2: the category (`item`) of an order is that of the cut-off, no longer that of today. */
const ofOrders = { version: 2, dimensions: ['unitId', 'item', 'channel'], decimals: 2, open: true } as const
const ofCalls = { version: 1, dimensions: ['unitId'], timeBasis: 'rangAt', decimals: 2, open: true, source: 'S003' } as const

function shareOf(kind: OrderKind): Metric {
  const id = `hotline.share-${kind}` as const
  return { ...ofOrders, id, words: words[id], shape: 'ratio', timeBasis: 'openedAt', source: 'S004', register: ['59'], rows: (_, window) => acceptedOrders(window, kind) }
}

/** The figures of the hotline and of the line that puts questions through. What each counts is told to readers by its `words`, and row by row by the statement that lists it. */
export const hotlineMetrics: readonly Metric[] = [
  { ...ofOrders, id: 'hotline.orders', words: words['hotline.orders'], shape: 'count', timeBasis: 'openedAt', source: 'S004', register: ['56'], rows: (_, window) => acceptedOrders(window) },
  { ...ofOrders, version: 4, id: 'hotline.on-time-rate', words: words['hotline.on-time-rate'], shape: 'ratio', timeBasis: 'dueAt', source: 'S004', register: ['57'], beside: ['hotline.overdue-open'], rows: (_, window) => dueOrders(window, 'onTime') },
  { ...ofOrders, version: 2, id: 'hotline.overdue-open', words: words['hotline.overdue-open'], shape: 'count', timeBasis: 'dueAt', source: 'S004', register: [], rows: (_, window) => dueOrders(window, 'openLate') },
  { ...ofOrders, version: 4, id: 'hotline.satisfaction-rate', words: words['hotline.satisfaction-rate'], shape: 'ratio', timeBasis: 'calledBackAt', source: 'S004', register: ['58'], rows: (_, window) => answeredCallbacks(window) },
  ...ORDER_KINDS.map(shareOf),
  { ...ofOrders, id: 'hotline.return-rate', words: words['hotline.return-rate'], shape: 'ratio', timeBasis: 'dispatchedAt', source: 'S004', register: ['60'], rows: (_, window) => dispatchedOrders(window) },
  { ...ofCalls, id: 'hotline.transfer-calls', words: words['hotline.transfer-calls'], shape: 'count', register: ['42'], rows: (_, window) => transferCalls(window, 'calls') },
  { ...ofCalls, id: 'hotline.transfers', words: words['hotline.transfers'], shape: 'count', register: ['42'], rows: (_, window) => transferCalls(window, 'transfers') },
  { ...ofCalls, id: 'hotline.transfer-success-rate', words: words['hotline.transfer-success-rate'], shape: 'ratio', register: ['42'], rows: (_, window) => transferCalls(window, 'connected') },
  { ...ofCalls, id: 'hotline.transfer-satisfaction-rate', words: words['hotline.transfer-satisfaction-rate'], shape: 'ratio', register: ['43'], rows: (_, window) => transferCalls(window, 'satisfied') },
]
