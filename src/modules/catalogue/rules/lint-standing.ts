import { addMonths } from '#kernel/time/day.ts'
import type { Day } from '#kernel/time/day.ts'
import { ADMIN_LICENSE } from '../schema/item-version.ts'
import type { LegalBasis, NormKind } from '../schema/basis.ts'
import { errorAt, findingsWhere } from './finding.ts'
import type { LintRule } from './finding.ts'
import { cancellationDay, overlaps } from './versions.ts'

const MAY_SET_PERMIT: readonly NormKind[] = ['law', 'administrativeRegulation', 'stateCouncilDecision', 'localRegulation', 'provincialRule']

/** I-14: of one item only one published version applies on a day. */
export const oneVersionADay: LintRule = (version, { otherVersions }) => {
  if (version.state !== 'PUBLISHED') return []
  return otherVersions
    .filter((other) => other.state === 'PUBLISHED' && other.version !== version.version && overlaps(version, other))
    .map((other) => errorAt('I-14', '/effectiveFrom', 'versions-overlap', { version: other.version, from: other.effectiveFrom }))
}

/** I-15: a cancelled item says from which day, and nothing is published after that day (优化营商环境条例 art. 40). */
export const cancelledStaysCancelled: LintRule = (version, { otherVersions }) => {
  const cancelledOn = cancellationDay([version, ...otherVersions])
  return findingsWhere(
    [version.state === 'CANCELLED' && version.effectiveTo === null, errorAt('I-15', '/effectiveTo', 'cancelled-without-day')],
    [
      version.state === 'PUBLISHED' && cancelledOn !== undefined && (version.effectiveTo === null || version.effectiveTo > cancelledOn),
      errorAt('I-15', '/effectiveTo', 'published-after-cancellation', { day: cancelledOn ?? '' }),
    ],
  )
}

/** I-16: a permit outside the permit list cannot be published (优化营商环境条例 art. 40). */
export const permitIsListed: LintRule = ({ itemType, basicCode, name }, { permitList }) =>
  findingsWhere([
    itemType === ADMIN_LICENSE && !permitList.some((entry) => entry.basicCode === basicCode),
    errorAt('I-16', '/basicCode', 'permit-not-listed', { code: basicCode, name }),
  ])

/** A provincial rule sets a permit provisionally: for one year (行政许可法 art. 15). */
function lapsedBy(basis: LegalBasis, day: Day): boolean {
  return basis.kind === 'provincialRule' && (basis.inForceFrom === null || addMonths(basis.inForceFrom, 12) <= day)
}

/** I-18: only law, administrative regulation, State Council decision, local regulation or, for a year, a provincial rule sets a permit (行政许可法 art. 14–17). */
export const permitIsFounded: LintRule = ({ itemType, legalBasis, effectiveFrom }) => {
  if (itemType !== ADMIN_LICENSE) return []
  const wrong = legalBasis.flatMap((basis, at) =>
    basis.role !== 'SETTING'
      ? []
      : findingsWhere(
          [!MAY_SET_PERMIT.includes(basis.kind), errorAt('I-18', `/legalBasis/${at}/kind`, 'basis-too-low', { law: basis.law })],
          [lapsedBy(basis, effectiveFrom), errorAt('I-18', `/legalBasis/${at}/inForceFrom`, 'provincial-rule-lapsed', { law: basis.law })],
        ),
  )
  return legalBasis.some((basis) => basis.role === 'SETTING') ? wrong : [errorAt('I-18', '/legalBasis', 'no-setting-basis')]
}
