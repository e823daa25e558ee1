import { sql } from 'kysely'
import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import type { Db } from '#kernel/db/pool.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Day } from '#kernel/time/day.ts'

export interface CatalogueAct {
  readonly act: 'load' | 'publish' | 'suspend' | 'resume' | 'cancel' | 'import' | 'discard'
  readonly implementCode?: string
  readonly version?: number
  readonly effectiveOn?: Day
  readonly reason?: string
}

/** Writes down who did what to the catalogue. */
export async function noteAct(ctx: Ctx, { act, implementCode, version, effectiveOn, reason }: CatalogueAct): Promise<void> {
  await sql`INSERT INTO catalogue_events (id, at, actor, act, implement_code, version, effective_on, reason)
    VALUES (${newId(ctx.now.getTime())}, ${ctx.now}, ${actorOf(ctx.caller)}, ${act}, ${implementCode ?? null}, ${version ?? null}, ${effectiveOn ?? null}, ${reason ?? null})`.execute(ctx.db)
}

/** Names the state of the catalogue: another answer means that something was loaded or published since. */
export async function readRevision(db: Db): Promise<string> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM catalogue_events ORDER BY seq DESC LIMIT 1`.execute(db)
  return rows[0]?.id ?? 'empty'
}

/** A line of the history of an item. */
export interface ActRow {
  readonly at: Date
  readonly actor: string
  readonly act: CatalogueAct['act']
  readonly version: number | null
  readonly effectiveOn: Day | null
  readonly reason: string | null
}

/** What was done to an item, the newest first, at most so many. */
export async function listActs(db: Db, implementCode: string, limit: number): Promise<readonly ActRow[]> {
  const { rows } = await sql<ActRow>`SELECT at, actor, act, version, effective_on AS "effectiveOn", reason FROM catalogue_events WHERE implement_code = ${implementCode} ORDER BY seq DESC LIMIT ${limit}`.execute(db)
  return rows
}
