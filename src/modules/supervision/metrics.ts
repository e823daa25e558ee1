import type { Metric } from '#kernel/metrics/metric.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import { dueComplaints, findingRows, letteredUnits, madeVisits, patrolledHalves } from './store/metric-rows.ts'

const common = { version: 1, decimals: 2, open: false } as const
const ofComplaints = { ...common, timeBasis: 'acceptDueAt', dimensions: ['unitId'], source: 'S-19', register: [] } as const
const ofFindings = { ...common, shape: 'count', timeBasis: 'foundAt', dimensions: ['unitId', 'windowId', 'kind'] } as const

/** The figures of supervision; every row is a stored instant, so that a figure as of a day stays what it was. */
export const supervisionMetrics: readonly Metric[] = [
  { ...ofFindings, id: 'supervision.findings', words: words['supervision.findings'], source: 'S002', register: [], rows: (_, window) => findingRows(window, 'all') },
  { ...ofFindings, id: 'supervision.violations', words: words['supervision.violations'], source: 'S002', register: ['30'], rows: (_, window) => findingRows(window, 'staff') },
  { ...common, id: 'supervision.lettered-units', words: words['supervision.lettered-units'], shape: 'count', timeBasis: 'issuedAt', dimensions: ['unitId'], source: 'S002', register: ['30'], rows: (_, window) => letteredUnits(window) },
  { ...common, id: 'supervision.patrols', words: words['supervision.patrols'], shape: 'count', timeBasis: 'visitedAt', dimensions: ['unitId', 'hallId'], source: 'S004', register: ['69'], rows: (_, window) => madeVisits(window) },
  { ...common, id: 'supervision.patrol-rate', words: words['supervision.patrol-rate'], shape: 'ratio', timeBasis: 'plannedAt', dimensions: ['unitId', 'hallId'], source: 'S004', register: ['69'], rows: (_, window) => patrolledHalves(window) },
  { ...ofComplaints, id: 'supervision.complaints-decided-on-time', words: words['supervision.complaints-decided-on-time'], shape: 'ratio', beside: ['supervision.complaints-overdue-open'], rows: (_, window) => dueComplaints(window, 'onTime') },
  { ...ofComplaints, id: 'supervision.complaints-overdue-open', words: words['supervision.complaints-overdue-open'], shape: 'count', rows: (_, window) => dueComplaints(window, 'openLate') },
]
