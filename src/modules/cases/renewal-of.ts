import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import type { Day } from '#kernel/time/day.ts'
import { dayOf } from '#kernel/time/day.ts'
import { findCertificate } from '#modules/certificates/index.ts'
import { caseErrors } from './errors.ts'
import { isLateRenewal } from './rules/renewal.ts'
import { caseSettings } from './settings.ts'

/** The certificate that a case renews: the applicant's own, with an end; filed later than 30 days before it is late (C-13). */
export async function renewalOf(ctx: Ctx, identifier: string, applicantId: string): Promise<{ readonly expiresOn: Day; readonly late: boolean }> {
  const certificate = await findCertificate(ctx.db, identifier)
  if (certificate === undefined || certificate.holderId !== applicantId || certificate.validTo === null) throw new Refusal(caseErrors.renewalUnknown)
  return { expiresOn: certificate.validTo, late: isLateRenewal(dayOf(ctx.now), certificate.validTo, settingsAt(ctx, caseSettings).renewalNotice) }
}
