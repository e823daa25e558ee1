import type { CaseStep } from './route.ts'

/** Who signs a decision, by staff number. */
export interface ClosingSignature {
  readonly staffId: string
  readonly capacity: 'handler' | 'chiefRepresentative'
}

/**
 * The signatures that close a case: whoever handled it last for the deciding unit (经办人) and its approver (首席代表), never
 * more than two (北京市优化营商环境条例 art. 35; C-35). All other opinions are given before and are no signatures.
 */
export function closingSignatures(steps: readonly CaseStep[], decidingUnitId: string, deciderId: string): readonly ClosingSignature[] {
  const handler = steps.findLast((step) => step.kind === 'REVIEW' && step.unitId === decidingUnitId && step.personId !== null)?.personId ?? null
  const chief: ClosingSignature = { staffId: deciderId, capacity: 'chiefRepresentative' }
  return handler === null || handler === deciderId ? [chief] : [{ staffId: handler, capacity: 'handler' }, chief]
}
