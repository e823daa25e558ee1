import { fine, fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { certificateErrors } from './errors.ts'
import { certificateState } from './lifecycle.ts'

/** What the rules look at in a certificate. */
export interface CertificateFacts {
  readonly identifier: string
  readonly typeKey: string
  readonly holderId: string
  readonly state: string
  readonly version: number
  readonly validFrom: Day
  readonly validTo: Day | null
}

export const STANDING_FAULTS = ['state', 'notYetValid', 'expired'] as const
export type StandingFault = (typeof STANDING_FAULTS)[number]

/** Why a certificate does not hold on a day (D-05): its state, or the day itself even if nobody has updated the state. Empty: it holds. */
export function faultsOn(certificate: CertificateFacts, day: Day): readonly StandingFault[] {
  const faults: StandingFault[] = []
  if (certificate.state !== certificateState.valid) faults.push('state')
  if (day < certificate.validFrom) faults.push('notYetValid')
  if (certificate.validTo !== null && day > certificate.validTo) faults.push('expired')
  return faults
}

/** D-05: only a certificate that holds today and belongs to this holder may serve as a material. */
export function mayServe(certificate: CertificateFacts, use: { readonly holderId: string; readonly day: Day }): Verdict {
  if (certificate.holderId !== use.holderId) return refuse(certificateErrors.wrongHolder, { identifier: certificate.identifier })
  const reasons = faultsOn(certificate, use.day)
  if (reasons.length === 0) return fine
  return refuse(certificateErrors.notValid, { identifier: certificate.identifier, reasons, state: certificate.state })
}

/** D-07: the version that follows; a renewed or changed certificate keeps its holder and type. */
export function nextVersion(previous: CertificateFacts, next: { readonly typeKey: string; readonly holderId: string }): Verdict<number> {
  if (previous.typeKey !== next.typeKey || previous.holderId !== next.holderId) return refuse(certificateErrors.replacesAnother, { identifier: previous.identifier })
  return fineWith(previous.version + 1)
}

/** D-09 (优化营商环境条例 and the rules on online services): with a certificate that holds, paper is not asked for unless the law wants the original handed in. */
export function mayDemandPaper(holding: readonly { readonly identifier: string }[], originalMustBeHandedIn: boolean): Verdict {
  if (holding.length === 0 || originalMustBeHandedIn) return fine
  return refuse(certificateErrors.paperNotRequired, { identifiers: holding.map(({ identifier }) => identifier) })
}

/** The business fields in the order of the type; refuses labels that the type does not have. */
export function orderFields(labels: readonly string[], fields: Readonly<Record<string, string>>): Verdict<readonly { readonly label: string; readonly value: string }[]> {
  const unknown = Object.keys(fields).filter((label) => !labels.includes(label))
  if (unknown.length > 0) return refuse(certificateErrors.fieldUnknown, { labels: unknown })
  return fineWith(labels.flatMap((label) => (fields[label] === undefined ? [] : [{ label, value: fields[label] }])))
}

/** A certificate does not end before it begins. */
export function checkPeriod(validFrom: Day, validTo: Day | null): Verdict {
  return validTo === null || validFrom <= validTo ? fine : refuse(certificateErrors.periodInvalid, { validFrom, validTo })
}
