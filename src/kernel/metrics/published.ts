import { sql } from 'kysely'
import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { Db } from '#kernel/db/pool.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Day } from '#kernel/time/day.ts'
import type { Figure, MetricFilter } from './metric.ts'

/** A figure as it was published, with what it rests on. */
export interface PublishedFigure {
  readonly id: string
  readonly metric: string
  readonly definitionVersion: number
  readonly from: Day
  readonly to: Day
  readonly filter: MetricFilter
  readonly cutOff: Date
  readonly numerator: number
  readonly denominator: number | null
  readonly valueText: string
  /** What was counted, in the words of the day of publication; null where they were not kept yet. */
  readonly counts: string | null
  /** Size of the newest checkpoint at publication, with its root as hex and when it was signed; null before the first checkpoint. */
  readonly treeSize: number
  readonly root: string | null
  readonly signedAt: Date | null
  readonly publishedAt: Date
}

/** A figure with what its definition counts, in words. */
interface WordedFigure extends Figure {
  readonly counts: string
}

/** Stores figures for good (S-21), with the words of their definitions; those without data are left out. Returns the ids of what was stored. */
export async function publishFigures(ctx: Ctx, figures: readonly WordedFigure[]): Promise<readonly string[]> {
  const rows = figures
    .filter((figure) => figure.valueText !== null)
    .map((figure) => ({ ...figure, id: newId(ctx.now.getTime()) }))
  await sql`
    INSERT INTO figures (id, metric, definition_version, period_from, period_to, filter, cut_off, numerator, denominator, value_text, counts, tree_size, published_at, published_by)
    SELECT id, metric, "definitionVersion", "from", "to", filter, "cutOff", numerator, denominator, "valueText", counts,
      (SELECT coalesce(max(tree_size), 0) FROM checkpoints), ${ctx.now}, ${actorOf(ctx.caller)}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, metric text, "definitionVersion" int, "from" date, "to" date, filter jsonb,
      "cutOff" timestamptz, numerator numeric, denominator numeric, "valueText" text, counts text)`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** Which published figures: of these metrics, newest first, before a figure of the page before; of one period if told. */
export interface PublishedPage {
  readonly metrics: readonly string[]
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly before?: string | undefined
  readonly limit: number
}

export async function listPublishedFigures(db: Db, page: PublishedPage): Promise<readonly PublishedFigure[]> {
  const { rows } = await sql<PublishedFigure>`
    SELECT f.id, f.metric, f.definition_version AS "definitionVersion", f.period_from AS "from", f.period_to AS "to", f.filter, f.cut_off AS "cutOff",
      f.numerator::float8 AS numerator, f.denominator::float8 AS denominator, f.value_text AS "valueText", f.counts, f.tree_size AS "treeSize", f.published_at AS "publishedAt",
      encode(c.root, 'hex') AS root, c.signed_at AS "signedAt"
    FROM figures f LEFT JOIN checkpoints c ON c.tree_size = f.tree_size
    WHERE f.metric = ANY(${page.metrics}::text[])
      ${page.from === undefined ? sql`` : sql`AND f.period_from = ${page.from}::date`} ${page.to === undefined ? sql`` : sql`AND f.period_to = ${page.to}::date`}
      ${page.before === undefined ? sql`` : sql`AND f.id < ${page.before}::uuid`}
    ORDER BY f.id DESC LIMIT ${page.limit}`.execute(db)
  return rows
}

/** A period for which figures were published, and when last. */
export interface PublishedPeriod {
  readonly from: Day
  readonly to: Day
  readonly publishedAt: Date
  readonly count: number
}

/** The periods of the published figures of these metrics, the latest first. */
export async function listPublishedPeriods(db: Db, metrics: readonly string[], limit: number): Promise<readonly PublishedPeriod[]> {
  const { rows } = await sql<PublishedPeriod>`
    SELECT period_from AS "from", period_to AS "to", max(published_at) AS "publishedAt", count(*)::int AS count
    FROM figures WHERE metric = ANY(${metrics}::text[]) GROUP BY 1, 2 ORDER BY 2 DESC, 1 DESC LIMIT ${limit}`.execute(db)
  return rows
}
