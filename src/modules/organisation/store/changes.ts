import { sql } from 'kysely'
import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { Db } from '#kernel/db/pool.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { ChangedKind } from '../schema/records.ts'

export interface NewChange {
  readonly kind: ChangedKind
  readonly recordId: string
  readonly act: 'created' | 'changed' | 'closed'
  readonly detail: Readonly<Record<string, unknown>>
}

/** Keeps what the administrator did, for good: the table takes no update. */
export async function recordChange(ctx: Ctx, { kind, recordId, act, detail }: NewChange): Promise<void> {
  await sql`INSERT INTO organisation_changes (id, kind, record_id, act, detail, changed_by, changed_at)
    VALUES (${newId(ctx.now.getTime())}, ${kind}, ${recordId}, ${act}, ${JSON.stringify(detail)}::jsonb, ${actorOf(ctx.caller)}, ${ctx.now})`.execute(ctx.db)
}

export interface ChangeRow extends Omit<NewChange, 'detail'> {
  readonly id: string
  readonly name: string
  readonly reason: string | null
  readonly by: string
  readonly at: Date
}

/** Changes, newest first, of one record or of all; one more than `limit` if there are more. */
export async function listChangeRows(db: Db, page: { readonly kind: ChangedKind | undefined; readonly recordId: string | undefined; readonly before: string | undefined; readonly limit: number }): Promise<readonly ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    SELECT id, kind, record_id AS "recordId", act, detail ->> 'name' AS name, detail ->> 'reason' AS reason, changed_by AS "by", changed_at AS at FROM organisation_changes
    WHERE (${page.kind ?? null}::text IS NULL OR kind = ${page.kind ?? null}) AND (${page.recordId ?? null}::text IS NULL OR record_id = ${page.recordId ?? null})
      ${page.before === undefined ? sql`` : sql`AND id < ${page.before}`} ORDER BY id DESC LIMIT ${page.limit + 1}`.execute(db)
  return rows
}
