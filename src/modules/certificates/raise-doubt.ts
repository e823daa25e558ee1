import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { certificateErrors } from './errors.ts'
import { events } from './events.ts'
import { findCertificateRow } from './store/certificate-rows.ts'
import { insertDoubt } from './store/doubt-rows.ts'

export interface Doubt {
  readonly identifier: string
  readonly matterId: string
  /** Label of the field that differs. */
  readonly field: string
  /** What the applicant's document says; sealed under the holder's key. */
  readonly statement: string
}

/**
 * The applicant's own document contradicts the shared certificate: the document prevails in this matter, where the certificate
 * is not used from now on, and the issuing unit gets a ticket (疑义核实, rule D-15). Gives back the ticket's id.
 */
export async function raiseDoubt(ctx: Ctx, doubt: Doubt): Promise<{ readonly id: string; readonly prevails: 'applicant' }> {
  const row = await findCertificateRow(ctx.db, doubt.identifier)
  if (row === undefined) throw new Refusal(certificateErrors.unknown)
  const id = newId(ctx.now.getTime())
  await insertDoubt(ctx.db, {
    id,
    certificate_id: row.id,
    matter_id: doubt.matterId,
    issuer_unit_id: row.issuer_unit_id,
    field_label: doubt.field,
    sealed_statement: await ctx.services.vault.seal(ctx.db, row.holder_id, doubt.statement),
    raised_by: actorOf(ctx.caller),
    raised_at: ctx.now,
  })
  ctx.publish(events.doubtRaised, { identifier: row.identifier, matterId: doubt.matterId, unitId: row.issuer_unit_id })
  return { id, prevails: 'applicant' }
}
