import { z } from 'zod'
import type { Services } from '#kernel/contract/services.ts'
import type { PublishedFigure } from '#kernel/metrics/published.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { allMetrics } from './registry.ts'
import { simulatedNote } from './report/simulated-note.ts'

/** A published figure as anyone reads it: with its definition, its parts, its cut-off and the signed state of the ledger that it rests on. */
export const Published = z.object({
  id: z.string(),
  metric: z.string(),
  name: z.string(),
  /** What was counted, in the words of the publication; null where the definition has changed since and its words were not kept. */
  counts: z.string().nullable(),
  definition: z.string(),
  source: z.string(),
  from: z.string(),
  to: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  value: z.string(),
  cutOffAt: z.string(),
  /** Size of the checkpoint on which the figure rests. */
  treeSize: z.int(),
  /** Root of that checkpoint as hex, by which the figure's ledger is told from any other; null before the first checkpoint. */
  checkpointRoot: z.string().nullable(),
  publishedAt: z.string(),
  /** What must be known before the figure is used: that its city is simulated; null in a real office. */
  note: z.string().nullable(),
})
export type Published = z.infer<typeof Published>

/** Ids of the figures that anyone may read. */
export const openMetricIds: readonly string[] = allMetrics.filter((metric) => metric.open).map((metric) => metric.id)

/** Published figures as this office shows them. */
export function shownBy(services: Pick<Services, 'simulated'>): (figure: PublishedFigure) => Published {
  const note = simulatedNote(services) ?? null
  return (figure) => ({ ...shownPublished(figure), note })
}

function shownPublished({ id, metric, from, to, numerator, denominator, treeSize, ...figure }: PublishedFigure): Omit<Published, 'note'> {
  const known = allMetrics.find((one) => one.id === metric)
  return {
    id,
    metric,
    from,
    to,
    numerator,
    denominator,
    treeSize,
    name: known?.words.name ?? metric,
    counts: figure.counts ?? (known?.version === figure.definitionVersion ? known.words.counts : null),
    definition: `${metric}/${figure.definitionVersion}`,
    source: known?.source ?? '',
    value: figure.valueText,
    cutOffAt: instantText(figure.cutOff),
    checkpointRoot: figure.root,
    publishedAt: instantText(figure.publishedAt),
  }
}
