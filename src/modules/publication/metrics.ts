import type { Metric } from '#kernel/metrics/metric.ts'
import words from './locales/metrics.zh-CN.json' with { type: 'json' }
import { RECORD_CLASSES, type RecordClass } from './schema.ts'
import { channelPublications, duePublications, publishedAnswers, publishedInterpretations, publishedRecords } from './store/metric-rows.ts'

const common = { version: 1, decimals: 2, open: true, source: 'S004' } as const
const ofChannels = { ...common, version: 2, shape: 'count', timeBasis: 'publishedAt', dimensions: ['unitId', 'channel', 'kind'], register: ['66'] } as const
const byDueDate = { ...common, timeBasis: 'dueAt', dimensions: ['unitId', 'kind'], source: '政府信息公开条例第二十六条', register: [] } as const
const byPublication = { ...common, timeBasis: 'firstPublishedAt', dimensions: ['unitId', 'kind'] } as const

function shareOf(filed: RecordClass): Metric {
  const id = `publication.share-${filed}` as const
  return { ...byPublication, id, words: words[id], shape: 'ratio', register: ['65'], rows: (_, window) => publishedRecords(window, filed) }
}

/** The channels that are counted each for itself: those of S004, and this portal, where every record stands. */
const namedChannels = ['website', 'microblog', 'wechat', 'portal'] as const

function onChannel(channel: (typeof namedChannels)[number]): Metric {
  const id = `publication.on-${channel}` as const
  return { ...ofChannels, ...(channel === 'portal' && { register: [] }), id, words: words[id], rows: (_, window) => channelPublications(window, channel) }
}

/** The figures of proactive publication; the shares of the five classes add up to the whole (O-02). */
export const publicationMetrics: readonly Metric[] = [
  { ...byPublication, id: 'publication.records', words: words['publication.records'], shape: 'count', register: ['65'], rows: (_, window) => publishedRecords(window) },
  ...RECORD_CLASSES.map(shareOf),
  { ...ofChannels, id: 'publication.channel-publications', words: words['publication.channel-publications'], rows: (_, window) => channelPublications(window) },
  ...namedChannels.map(onChannel),
  { ...common, id: 'publication.interpretations', words: words['publication.interpretations'], shape: 'count', timeBasis: 'firstPublishedAt', dimensions: ['unitId'], register: ['67'], rows: (_, window) => publishedInterpretations(window) },
  { ...byPublication, id: 'publication.responses', words: words['publication.responses'], shape: 'count', register: ['67'], rows: (_, window) => publishedAnswers(window) },
  { ...byDueDate, id: 'publication.on-time-rate', words: words['publication.on-time-rate'], shape: 'ratio', beside: ['publication.overdue-open'], rows: (_, window) => duePublications(window, 'onTime') },
  { ...byDueDate, id: 'publication.overdue-open', words: words['publication.overdue-open'], shape: 'count', rows: (_, window) => duePublications(window, 'openLate') },
]
