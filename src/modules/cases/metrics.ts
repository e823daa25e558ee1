import type { Metric } from '#kernel/metrics/metric.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import { acceptedAndClosed, casesByNetwork, type CaseSet, casesWhich, decidedOnTheSpot, decidedOnTime, enterprisesFounded, overdueAndOpen, stillOpen } from './store/metric-rows.ts'

const all = ['unitId', 'hallId', 'windowId', 'item', 'channel', 'regionCode', 'kind'] as const
const common = { version: 1, dimensions: all, decimals: 2, open: true } as const
const daily = { daily: true } as const

function count(id: keyof typeof words, set: CaseSet, timeBasis: string, told: Pick<Metric, 'source' | 'register' | 'daily'>): Metric {
  return { ...common, ...told, id, words: words[id], shape: 'count', timeBasis, rows: (_, window) => casesWhich(set, window) }
}

function atEndOfPeriod(id: keyof typeof words, told: Pick<Metric, 'source' | 'register' | 'rows'> & Partial<Pick<Metric, 'version'>>): Metric {
  return { ...common, ...told, id, words: words[id], shape: 'count', timeBasis: 'endOfPeriod' }
}

/** The figures of cases (办件); each rests on ledger events alone. */
export const caseMetrics: readonly Metric[] = [
  count('cases.received', 'applied', 'submittedAt', { source: 'S000, S003', register: ['1', '35'], ...daily }),
  count('cases.accepted', 'accepted', 'acceptedAt', { source: 'S004', register: ['44'], ...daily }),
  count('cases.decided', 'decided', 'decidedAt', { source: 'S003, S004', register: ['35', '44'], ...daily }),
  { ...common, ...daily, id: 'cases.received-growth', words: words['cases.received-growth'], shape: 'growth', timeBasis: 'submittedAt', source: 'S000', register: ['2'], rows: (_, window) => casesWhich('applied', window) },
  { ...common, ...daily, id: 'cases.accepted-growth', words: words['cases.accepted-growth'], shape: 'growth', timeBasis: 'acceptedAt', source: 'S004', register: ['44'], rows: (_, window) => casesWhich('accepted', window) },
  { ...common, id: 'cases.closing-rate', words: words['cases.closing-rate'], shape: 'ratio', timeBasis: 'acceptedAt', source: 'S003, S004', register: ['35', '44'], rows: (_, window) => acceptedAndClosed(window) },
  {
    // Version 2: overdue is what the clock of the case says, in the calendar of its hall and region.
    ...common, ...daily, version: 2, id: 'cases.on-time-rate', words: words['cases.on-time-rate'], shape: 'ratio', timeBasis: 'decidedAt', source: 'S003; 行政许可法第四十二条', register: ['35'], beside: ['cases.overdue-open'],
    rows: (_, window) => decidedOnTime(window),
    // An office that leaves late cases open must not look better for it (C-24).
    standing: (_, window) => overdueAndOpen(window, false),
  },
  atEndOfPeriod('cases.overdue-open', { version: 2, source: '行政许可法第七十四条', register: ['35'], rows: (_, window) => overdueAndOpen(window, true) }),
  atEndOfPeriod('cases.open', { source: 'S003', register: [], rows: (_, window) => stillOpen(window, 'all') }),
  atEndOfPeriod('cases.unaccepted', { source: '行政许可法第三十二条', register: [], rows: (_, window) => stillOpen(window, 'unaccepted') }),
  { ...common, ...daily, id: 'cases.on-the-spot-rate', words: words['cases.on-the-spot-rate'], shape: 'ratio', timeBasis: 'acceptedAt', source: 'S001', register: ['14'], rows: (_, window) => decidedOnTheSpot(window) },
  { ...common, ...daily, id: 'cases.online-rate', words: words['cases.online-rate'], shape: 'ratio', timeBasis: 'submittedAt', source: 'S001, S002', register: ['13', '21', '22'], rows: (_, window) => casesByNetwork(window) },
  count('cases.corrected', 'corrected', 'correctedAt', { source: '行政许可法第三十二条', register: [] }),
  count('cases.withdrawn', 'withdrawn', 'withdrawnAt', { source: '行政许可法第三十二条', register: [], ...daily }),
  { ...common, ...daily, id: 'cases.enterprises-founded', words: words['cases.enterprises-founded'], shape: 'count', timeBasis: 'decidedAt', source: 'S004', register: ['45'], rows: (_, window) => enterprisesFounded(window) },
]
