import type { Ctx } from '#kernel/contract/operation.ts'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { checkStep } from '#kernel/lifecycle/lifecycle.ts'
import { type CertificateSummary, summaryOf } from './certificate-summary.ts'
import { certificateErrors } from './errors.ts'
import { events } from './events.ts'
import { certificateLifecycle, type StateChange, stateAfter } from './lifecycle.ts'
import { openCertificate } from './signed-content.ts'
import { type CertificateRow, lockCertificate } from './store/certificate-rows.ts'
import { writeState } from './store/certificate-steps.ts'

export interface StateOrder {
  readonly identifier: string
  readonly operation: StateChange
  /** Told to the holder, sealed under his key. */
  readonly reason: string
}

/**
 * Changes the state of a certificate in the caller's transaction and writes the event. Who may is the caller's question; the
 * operations of this module ask it. Refuses unknown certificates (404) and steps that the state does not allow (409, D-06).
 */
export async function changeCertificateState(ctx: Ctx, order: StateOrder): Promise<CertificateSummary> {
  const row = await lockCertificate(ctx.db, order.identifier)
  if (row === undefined) throw new Refusal(certificateErrors.unknown)
  return changeLockedState(ctx, row, order)
}

/** The same for a certificate that is held already. */
export async function changeLockedState(ctx: Ctx, row: CertificateRow, order: Omit<StateOrder, 'identifier'>): Promise<CertificateSummary> {
  const to = stateAfter[order.operation]
  must(checkStep(certificateLifecycle, row.state, order.operation, to))
  await writeState(ctx, row, { command: order.operation, to, sealedReason: await sealedReason(ctx, row, order.reason) })
  ctx.publish(events.stateChanged, { identifier: row.identifier, holderId: row.holder_id, state: to })
  return { ...summaryOf(row), state: to }
}

/** Null if the holder was forgotten: then there is nobody to tell, and a certificate must still be revocable. */
async function sealedReason(ctx: Ctx, row: CertificateRow, reason: string): Promise<Buffer | null> {
  const { state } = await openCertificate(ctx, row)
  return state === 'forgotten' ? null : ctx.services.vault.seal(ctx.db, row.holder_id, reason)
}
