import type { Metric } from '#kernel/metrics/metric.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import { excludedRows, reviewRows } from './store/metric-rows.ts'

const common = { daily: true, version: 1, timeBasis: 'evaluatedAt', dimensions: ['unitId', 'hallId', 'windowId', 'channel', 'kind'], decimals: 2, open: true } as const

/** The figures of 好差评; nobody is counted as satisfied who did not say so. */
export const evaluationMetrics: readonly Metric[] = [
  { ...common, id: 'evaluations.reviews', words: words['evaluations.reviews'], shape: 'count', source: '优化营商环境条例第十三条', register: [], rows: (_, window) => reviewRows(window, 'all'), takenBack: (_, window) => excludedRows(window, 'all') },
  { ...common, id: 'evaluations.satisfaction-rate', words: words['evaluations.satisfaction-rate'], shape: 'ratio', source: 'S000, S003', register: ['3', '38'], rows: (_, window) => reviewRows(window, 'satisfied'), takenBack: (_, window) => excludedRows(window, 'satisfied') },
]
