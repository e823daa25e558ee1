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
  /** Size of the newest checkpoint at publication. */
  readonly treeSize: number
  readonly publishedAt: Date
}

/** Stores figures for good (S-21); those without data are left out. Returns how many were stored. */
export async function publishFigures(ctx: Ctx, figures: readonly Figure[]): Promise<number> {
  const rows = figures
    .filter((figure) => figure.valueText !== null)
    .map((figure) => ({ ...figure, id: newId(ctx.now.getTime()) }))
  await sql`
    INSERT INTO figures (id, metric, definition_version, period_from, period_to, filter, cut_off, numerator, denominator, value_text, tree_size, published_at, published_by)
    SELECT id, metric, "definitionVersion", "from", "to", filter, "cutOff", numerator, denominator, "valueText",
      (SELECT coalesce(max(tree_size), 0) FROM checkpoints), ${ctx.now}, ${actorOf(ctx.caller)}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, metric text, "definitionVersion" int, "from" date, "to" date, filter jsonb,
      "cutOff" timestamptz, numerator numeric, denominator numeric, "valueText" text)`.execute(ctx.db)
  return rows.length
}

/** Published figures of the metrics named, newest first, before a figure of the page before. */
export async function listPublishedFigures(db: Db, page: { readonly metrics: readonly string[]; readonly before?: string | undefined; readonly limit: number }): Promise<readonly PublishedFigure[]> {
  const { rows } = await sql<PublishedFigure>`
    SELECT id, metric, definition_version AS "definitionVersion", period_from AS "from", period_to AS "to", filter, cut_off AS "cutOff",
      numerator::float8 AS numerator, denominator::float8 AS denominator, value_text AS "valueText", tree_size AS "treeSize", published_at AS "publishedAt"
    FROM figures WHERE metric = ANY(${page.metrics}::text[]) ${page.before === undefined ? sql`` : sql`AND id < ${page.before}::uuid`}
    ORDER BY id DESC LIMIT ${page.limit}`.execute(db)
  return rows
}
