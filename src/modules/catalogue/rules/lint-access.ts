import { errorAt, findingsWhere } from './finding.ts'
import type { LintRule } from './finding.ts'

/** I-07: fully online means no visit; a visit needs its reason; nought visits without an online way need the post. */
export const visitsMakeSense: LintRule = ({ onlineDepth, maxVisits, visitReason, channels, postalAllowed }) => {
  const online = channels.includes('ONLINE') || channels.includes('MOBILE')
  return findingsWhere(
    [onlineDepth === 4 && maxVisits !== 0, errorAt('I-07', '/maxVisits', 'fully-online-with-visit', { visits: maxVisits })],
    [maxVisits > 0 && !visitReason?.trim(), errorAt('I-07', '/visitReason', 'visit-without-reason', { visits: maxVisits })],
    [maxVisits === 0 && !online && !postalAllowed, errorAt('I-07', '/postalAllowed', 'no-visit-without-post')],
  )
}

/** I-08: an item that charges names basis, fee item and standard; one that does not offers no online payment. */
export const feesAreFounded: LintRule = ({ feeCharged, feeBasis, fees, onlinePayment }) => {
  if (feeCharged) {
    return findingsWhere(
      [!feeBasis?.trim(), errorAt('I-08', '/feeBasis', 'fee-without-basis')],
      [fees.length === 0, errorAt('I-08', '/fees', 'fee-without-item')],
      [fees.some((fee) => fee.standard.trim() === ''), errorAt('I-08', '/fees', 'fee-without-standard')],
    )
  }
  return findingsWhere([onlinePayment, errorAt('I-08', '/onlinePayment', 'payment-without-fee')], [fees.length > 0, errorAt('I-08', '/fees', 'fee-item-without-fee')])
}

/** I-09: asking and complaining are two telephones, both given. */
export const phonesDiffer: LintRule = ({ consultPhone, complaintPhone }) =>
  findingsWhere(
    [consultPhone === null, errorAt('I-09', '/consultPhone', 'no-consult-phone')],
    [complaintPhone === null, errorAt('I-09', '/complaintPhone', 'no-complaint-phone')],
    [consultPhone !== null && consultPhone === complaintPhone, errorAt('I-09', '/complaintPhone', 'same-phone', { phone: complaintPhone ?? '' })],
  )
