import type { Metric, MetricShape } from '#kernel/metrics/metric.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import { departmentRows, type ItemCondition, itemRows } from './store/metric-rows.ts'

const common = { version: 1, timeBasis: 'inForceOnLastDay', dimensions: ['unitId', 'item', 'kind'], decimals: 2, open: true } as const

function items(id: keyof typeof words, shape: MetricShape, condition: ItemCondition, told: Pick<Metric, 'source' | 'register'>): Metric {
  return { ...common, ...told, id, words: words[id], shape, rows: (_, window) => itemRows(window, condition) }
}

/** The figures of the catalogue on the last day of a period. */
export const catalogueMetrics: readonly Metric[] = [
  items('catalogue.items', 'count', 'every', { source: 'S002', register: ['18'] }),
  { ...common, id: 'catalogue.departments', words: words['catalogue.departments'], dimensions: ['unitId'], shape: 'count', source: 'S002', register: ['18'], rows: (_, window) => departmentRows(window) },
  items('catalogue.online-rate', 'ratio', 'online', { source: 'S002', register: ['19', '20'] }),
  items('catalogue.whole-way-online-rate', 'ratio', 'wholeWayOnline', { source: 'S001', register: ['13'] }),
  items('catalogue.in-hall-rate', 'ratio', 'inHall', { source: 'S002', register: ['26'] }),
  items('catalogue.bookable-rate', 'ratio', 'bookable', { source: 'S004', register: ['47'] }),
  items('catalogue.at-most-one-visit-rate', 'ratio', 'atMostOneVisit', { source: 'S004', register: ['50'] }),
  items('catalogue.online-permits', 'count', 'onlinePermit', { source: 'S004', register: ['48'] }),
  items('catalogue.online-public-services', 'count', 'onlinePublicService', { source: 'S004', register: ['48'] }),
]
