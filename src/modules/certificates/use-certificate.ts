import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { fineWith, Refusal, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { Day } from '#kernel/time/day.ts'
import { type CertificateSummary, summaryOf } from './certificate-summary.ts'
import { certificateErrors } from './errors.ts'
import { mayDemandPaper, mayServe } from './rules.ts'
import { openCertificate } from './signed-content.ts'
import { findCertificateRow, findCertificateWithUse, listHolding } from './store/certificate-rows.ts'
import { insertUse } from './store/use-rows.ts'

export interface CertificateUse {
  readonly identifier: string
  readonly holderId: string
  readonly matterId: string
  /** What for: `material:<key>`. Nothing about persons. */
  readonly purpose: string
  readonly day: Day
}

/** A certificate by its identifier, without its fields. */
export async function findCertificate(db: Ctx['db'], identifier: string): Promise<CertificateSummary | undefined> {
  const row = await findCertificateRow(db, identifier)
  return row && summaryOf(row)
}

/** The certificates that a holder can show on a day, newest first; of the given kinds, or of all. */
export async function listUsable(db: Ctx['db'], search: { readonly holderId: string; readonly typeKeys?: readonly string[]; readonly day: Day }): Promise<readonly CertificateSummary[]> {
  return (await listHolding(db, search)).map(summaryOf)
}

/**
 * Uses a certificate as a material of a matter: it must hold on the day, be the holder's (D-05), be as it was sealed (D-10), and
 * not be contradicted by the applicant's own document in this matter (D-15). The use is recorded with matter, purpose, user
 * and time (D-08). Whether the caller acts for the holder is the matter's question.
 */
export async function useCertificate(ctx: Ctx, use: CertificateUse): Promise<Verdict<CertificateSummary>> {
  if (use.purpose.trim() === '') return refuse(certificateErrors.purposeMissing)
  const row = await findCertificateRow(ctx.db, use.identifier)
  if (row === undefined) return refuse(certificateErrors.unknown, { identifier: use.identifier })
  const certificate = summaryOf(row)
  const serves = mayServe(certificate, use)
  if (!serves.ok) return serves
  const { state } = await openCertificate(ctx, row)
  if (state === 'altered') return refuse(certificateErrors.sealBroken, { identifier: use.identifier })
  if (state === 'forgotten') return refuse(certificateErrors.forgotten, { identifier: use.identifier })
  const recorded = await recordUse(ctx, certificate.id, use)
  return recorded ? fineWith(certificate) : refuse(certificateErrors.contradicted, { identifier: use.identifier })
}

/** Writes down that a certificate was used; false if it may not be used in this matter (D-15). */
export function recordUse(ctx: Ctx, certificateId: string, use: { readonly matterId: string; readonly purpose: string }): Promise<boolean> {
  return insertUse(ctx.db, { id: newId(ctx.now.getTime()), certificate_id: certificateId, matter_id: use.matterId, purpose: use.purpose, actor: actorOf(ctx.caller), used_at: ctx.now })
}

/**
 * The business fields of a certificate, for a matter for which its use was recorded: what was got for one matter is not read
 * for another (D-13, 个人信息保护法 art. 6). Refuses `certificates.no-use-recorded`.
 */
export async function getCertificateFields(ctx: Ctx, reading: { readonly identifier: string; readonly matterId: string }): Promise<Readonly<Record<string, string>>> {
  const row = await findCertificateWithUse(ctx.db, reading.identifier, reading.matterId)
  if (row === undefined) throw new Refusal(certificateErrors.unknown)
  if (!row.used) throw new Refusal(certificateErrors.noUseRecorded)
  const opened = await openCertificate(ctx, row)
  if (opened.state !== 'whole') throw new Refusal(opened.state === 'altered' ? certificateErrors.sealBroken : certificateErrors.forgotten)
  return Object.fromEntries(opened.content.fields.map(({ label, value }) => [label, value]))
}

/** Whether an acceptor may ask for the paper of a kind of certificate (D-09); refuses with the certificates that stand for it. */
export async function paperMayBeDemanded(
  db: Ctx['db'],
  demand: { readonly holderId: string; readonly typeKey: string; readonly day: Day; readonly originalMustBeHandedIn: boolean },
): Promise<Verdict> {
  const holding = await listHolding(db, { holderId: demand.holderId, typeKeys: [demand.typeKey], day: demand.day })
  return mayDemandPaper(holding, demand.originalMustBeHandedIn)
}
