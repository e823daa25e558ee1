import { z } from 'zod'
import { defineOperation, FileAnswer } from '#kernel/contract/operation.ts'
import { csvFile } from '#kernel/csv/csv-file.ts'
import { listPublishedFigures } from '#kernel/metrics/published.ts'
import { Day } from '#kernel/time/day.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { openMetricIds, type Published, shownBy } from '../published.ts'

const { open: words } = texts
const mostRows = 10_000

/** Columns of the file: first a name in Chinese, in brackets the name that the API gives the same value. */
const columns: readonly (readonly [word: string, of: keyof Published])[] = [
  [words.name, 'name'],
  [words.metric, 'metric'],
  [words.from, 'from'],
  [words.to, 'to'],
  [words.value, 'value'],
  [words.numerator, 'numerator'],
  [words.denominator, 'denominator'],
  [words.counts, 'counts'],
  [words.definition, 'definition'],
  [words.source, 'source'],
  [words.cutOffAt, 'cutOffAt'],
  [words.treeSize, 'treeSize'],
  [words.checkpointRoot, 'checkpointRoot'],
  [words.publishedAt, 'publishedAt'],
  [words.note, 'note'],
]

/** The published figures as a table for anyone's own reckoning; newest first, at most ten thousand. */
export const exportPublished = defineOperation({
  name: 'reporting.export-published',
  summary: 'Gives published figures as a CSV file (RFC 4180, UTF-8) with definitions, parts, cut-off and checkpoint',
  kind: 'query',
  http: { method: 'GET', path: '/published-figures/csv' },
  access: 'public',
  rate: { perMinute: 20 },
  input: z.strictObject({ from: Day.optional(), to: Day.optional() }),
  output: z.unknown(),
  refusals: [],
  examples: [{ summary: 'Everything published', input: {} }],
  async run(ctx, { from, to }) {
    const figures = (await listPublishedFigures(ctx.db, { metrics: openMetricIds, from, to, limit: mostRows })).map(shownBy(ctx.services))
    const head = columns.map(([word, of]) => `${word}（${of}）`)
    const rows = figures.map((figure) => columns.map(([, of]) => String(figure[of] ?? '')))
    return new FileAnswer(csvFile([head, ...rows]), 'text/csv; charset=utf-8', 'published-figures.csv')
  },
})
