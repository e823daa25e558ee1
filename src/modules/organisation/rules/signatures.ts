import { fine, refuse } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import type { Day } from '#kernel/time/day.ts'
import { organisationErrors } from '../errors.ts'
import type { StaffMember } from '../schema.ts'
import { checkSeparation } from './officers.ts'
import { holdsRole } from './roles.ts'

/** Who signs to close a case at the window: the person in charge (经办人) and the chief representative (首席代表). */
export interface ClosingSignature {
  readonly staffNo: string
  readonly capacity: 'handler' | 'chiefRepresentative'
}

/** Local default after 北京市优化营商环境条例 art. 35; a city may change it. */
export const CLOSING_SIGNATURES_AT_MOST = 2

/**
 * A case closes at the window with at most two signatures (C-35), the last by an approver of the deciding unit.
 * With two, they are two persons (C-15).
 */
export function checkClosingSignatures(
  signatures: readonly ClosingSignature[],
  staff: readonly StaffMember[],
  unit: { readonly unitKey: string; readonly on: Day },
): Verdict {
  if (signatures.length > CLOSING_SIGNATURES_AT_MOST) {
    return refuse(organisationErrors.tooManySignatures, { atMost: CLOSING_SIGNATURES_AT_MOST, found: signatures.length })
  }
  const [first, last] = [signatures[0], signatures.at(-1)]
  const chief = last?.capacity === 'chiefRepresentative' ? staff.find((member) => member.staffNo === last.staffNo) : undefined
  if (chief === undefined || !holdsRole(chief, 'approver', unit.unitKey, unit.on)) {
    return refuse(organisationErrors.signatureMissing, { capacity: 'chiefRepresentative', unitKey: unit.unitKey })
  }
  if (first === undefined || first === last) return fine
  if (first.capacity !== 'handler') return refuse(organisationErrors.signatureMissing, { capacity: 'handler', unitKey: unit.unitKey })
  return checkSeparation(first.staffNo, chief.staffNo)
}
