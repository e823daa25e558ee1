import { type RawBuilder, sql } from 'kysely'
import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { type Db, later } from '#kernel/db/pool.ts'
import { sealUseEntry } from '#kernel/documents/seal.ts'
import type { Day } from '#kernel/time/day.ts'
import { certificateState, issueCode, operationCode, type CertificateCommand } from '../lifecycle.ts'
import type { CertificateTable } from '../tables.ts'

/** Stores a certificate with its first event, the use of the seal and, if it replaces one, the end of that one: one statement. */
export async function insertCertificate(ctx: Ctx, row: CertificateTable, previous: CertificateTable | undefined): Promise<void> {
  const sealed = { sealed: 'certificate', id: row.id, contentHash: row.content_hash, subjectId: row.holder_id, matterId: row.matter_id }
  await later(ctx.db, sql`
    WITH seal_use AS (${sealUseEntry(ctx, sealed)}),
    issued AS (
      INSERT INTO certificate_events (certificate_id, seq, at, actor, command, operation_code, from_state, to_state)
      VALUES (${row.id}, 1, ${ctx.now}, ${actorOf(ctx.caller)}, 'issue', ${previous ? issueCode.renewed : issueCode.first}, NULL, ${row.state})
    )
    ${previous ? sql`, ${stateStep(ctx, previous, { command: 'replace', to: certificateState.expired, sealedReason: null })}` : sql``}
    INSERT INTO certificates (id, identifier, type_key, version, holder_id, issuer_unit_id, issuer_name, matter_id, item_version_id, serial, state,
      valid_from, valid_to, sealed_fields, content_hash, signature, public_key, issued_at, previous_identifier)
    VALUES (${row.id}, ${row.identifier}, ${row.type_key}, ${row.version}, ${row.holder_id}, ${row.issuer_unit_id}, ${row.issuer_name}, ${row.matter_id},
      ${row.item_version_id}, ${row.serial}, ${row.state}, ${row.valid_from}, ${row.valid_to}, ${row.sealed_fields}, ${row.content_hash}, ${row.signature},
      ${row.public_key}, ${row.issued_at}, ${row.previous_identifier})`)
}

export interface StateStep {
  readonly command: CertificateCommand
  readonly to: string
  readonly sealedReason: Buffer | null
}

/** Changes the state of a locked certificate and writes the event: one statement. */
export async function writeState(ctx: Ctx, row: CertificateTable, step: StateStep): Promise<void> {
  await sql`WITH ${stateStep(ctx, row, step)} SELECT 1`.execute(ctx.db)
}

function stateStep(ctx: Ctx, row: CertificateTable, step: StateStep): RawBuilder<unknown> {
  return sql`changed AS (UPDATE certificates SET state = ${step.to} WHERE id = ${row.id}),
    changed_event AS (
      INSERT INTO certificate_events (certificate_id, seq, at, actor, command, operation_code, from_state, to_state, sealed_reason)
      SELECT ${row.id}, max(seq) + 1, ${ctx.now}, ${actorOf(ctx.caller)}, ${step.command}, ${operationCode[step.command]}, ${row.state}, ${step.to}, ${step.sealedReason}
      FROM certificate_events WHERE certificate_id = ${row.id}
    )`
}

/** Marks at most `limit` certificates as expired whose last day is before `today`; gives back how many. */
export async function expireRunOut(db: Db, run: { readonly today: Day; readonly at: Date; readonly actor: string; readonly limit: number }): Promise<number> {
  const { rows } = await sql<{ expired: number }>`
    WITH due AS (
      SELECT id, state FROM certificates WHERE state IN ('01', '02') AND valid_to < ${run.today} ORDER BY valid_to, id LIMIT ${run.limit} FOR UPDATE SKIP LOCKED
    ), changed AS (
      UPDATE certificates c SET state = ${certificateState.expired} FROM due WHERE c.id = due.id RETURNING c.id, due.state AS was
    ), events AS (
      INSERT INTO certificate_events (certificate_id, seq, at, actor, command, operation_code, from_state, to_state)
      SELECT changed.id, (SELECT max(e.seq) + 1 FROM certificate_events e WHERE e.certificate_id = changed.id), ${run.at}, ${run.actor}, 'expire',
        ${operationCode.expire}, changed.was, ${certificateState.expired} FROM changed
    )
    SELECT count(*)::int AS expired FROM changed`.execute(db)
  return rows[0]?.expired ?? 0
}
