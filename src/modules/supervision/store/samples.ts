import { sql } from 'kysely'
import { type Db, later } from '#kernel/db/pool.ts'
import type { Matter } from '#kernel/matter/matter.ts'
import { findMatter } from '#kernel/matter/store.ts'
import type { Day } from '#kernel/time/day.ts'
import type { ReplyFault } from '../schema.ts'

/** What is looked at a second time, by the kind of its matter: with which commands of the ledger it is replied to, and with which somebody has a hand in the reply. */
export const replied = {
  workOrder: { by: ['reply', 'answer-from-grid'], hands: ['reply', 'answer-from-grid', 'assist', 'check'] },
  case: { by: ['decide'], hands: ['review', 'decide'] },
  disclosureRequest: { by: ['issue-answer'], hands: ['draft-answer', 'issue-answer'] },
} as const
export type RepliedKind = keyof typeof replied

const hands = JSON.stringify(Object.fromEntries(Object.entries(replied).map(([kind, commands]) => [kind, commands.hands])))

export interface RepliedMatter {
  readonly id: string
  readonly unitId: string
}

/** The matters of a kind that were replied to or decided in a period (both days included), each once, in a fixed order. */
export async function listReplied(db: Db, kind: RepliedKind, period: { readonly from: Day; readonly to: Day }): Promise<readonly RepliedMatter[]> {
  const { rows } = await sql<RepliedMatter>`
    SELECT m.id, m.lead_unit_id AS "unitId" FROM matters m
    WHERE m.kind = ${kind} AND m.lead_unit_id IS NOT NULL AND EXISTS (
      SELECT FROM matter_events e WHERE e.matter_id = m.id AND e.command = ANY(${[...replied[kind].by]}::text[])
        AND e.at >= ${period.from}::date::timestamp AT TIME ZONE 'Asia/Shanghai' AND e.at < (${period.to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
    ORDER BY m.id`.execute(db)
  return rows
}

export async function isSampled(db: Db, from: Day): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM reply_samples WHERE from_day = ${from}::date`.execute(db)
  return rows.length > 0
}

export interface NewSampledReply extends RepliedMatter {
  readonly replyId: string
  readonly drawId: string
}

export async function insertSample(db: Db, sample: { readonly id: string; readonly from: Day; readonly to: Day }, replies: readonly NewSampledReply[]): Promise<void> {
  await later(db, sql`INSERT INTO reply_samples (id, from_day, to_day) VALUES (${sample.id}, ${sample.from}::date, ${sample.to}::date)`)
  await later(db, sql`
    INSERT INTO sampled_replies (id, sample_id, matter_id, unit_id, draw_id)
    SELECT "replyId", ${sample.id}, id, "unitId", "drawId" FROM jsonb_to_recordset(${JSON.stringify(replies)}::jsonb) AS r("replyId" uuid, id uuid, "unitId" text, "drawId" uuid)`)
}

export interface SampledReply {
  readonly id: string
  readonly number: string
  readonly kind: RepliedKind
  readonly unitId: string
  /** Who wrote it or passed it, as the ledger of its matter says. */
  readonly authors: readonly string[]
  readonly drawId: string
  readonly faults: readonly ReplyFault[] | null
  readonly checkedBy: string | null
  readonly checkedAt: Date | null
}

export interface ReplySample {
  readonly matter: Matter
  readonly from: Day
  readonly to: Day
  readonly replies: readonly SampledReply[]
}

export async function findSample(db: Db, number: string, forUpdate: boolean): Promise<ReplySample | undefined> {
  const matter = await findMatter(db, 'replySample', number, forUpdate)
  if (matter === undefined) return undefined
  const { rows } = await sql<{ from: Day; to: Day }>`SELECT from_day::text AS "from", to_day::text AS "to" FROM reply_samples WHERE id = ${matter.id}`.execute(db)
  const replies = await sql<SampledReply>`
    SELECT r.id, m.number, m.kind, r.unit_id AS "unitId", r.draw_id AS "drawId", r.faults, r.checked_by AS "checkedBy", r.checked_at AS "checkedAt",
      (SELECT coalesce(array_agg(DISTINCT e.actor), '{}') FROM matter_events e WHERE e.matter_id = m.id AND (${hands}::jsonb -> m.kind) ? e.command) AS authors
    FROM sampled_replies r JOIN matters m ON m.id = r.matter_id WHERE r.sample_id = ${matter.id} ORDER BY m.kind, m.number`.execute(db)
  return rows[0] && { matter, ...rows[0], replies: replies.rows }
}

export async function judgeReply(db: Db, id: string, judged: { readonly faults: readonly ReplyFault[]; readonly by: string; readonly at: Date }): Promise<void> {
  await later(db, sql`UPDATE sampled_replies SET faults = ${[...judged.faults]}, checked_by = ${judged.by}, checked_at = ${judged.at} WHERE id = ${id}`)
}

export interface ListedSample {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly from: Day
  readonly to: Day
  readonly drawn: number
  readonly checked: number
  readonly faulty: number
}

/** Samples, newest first, one more than `limit` if there are more. */
export async function listSampleRows(db: Db, page: { readonly before: string | null; readonly limit: number }): Promise<readonly ListedSample[]> {
  const { rows } = await sql<ListedSample>`
    SELECT m.id, m.number, m.state, s.from_day::text AS "from", s.to_day::text AS "to", count(r.id)::int AS drawn, count(r.checked_at)::int AS checked, count(*) FILTER (WHERE cardinality(r.faults) > 0)::int AS faulty
    FROM reply_samples s JOIN matters m ON m.id = s.id LEFT JOIN sampled_replies r ON r.sample_id = s.id
    WHERE (${page.before}::uuid IS NULL OR m.id < ${page.before}::uuid) GROUP BY m.id, s.id ORDER BY m.id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
