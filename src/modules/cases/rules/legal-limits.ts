import { limitOn, type LimitRule, newestLimit } from '#kernel/time/dated-limits.ts'
import { dayOf } from '#kernel/time/day.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'

/** The rules of law behind the limits of a case, each with its versions by day. */
const legalRules = {
  acceptanceNotice: 'permit.acceptance-notice',
  decision: 'permit.decision',
  decisionExtension: 'permit.decision-extension',
  jointDecision: 'permit.joint-decision',
  jointExtension: 'permit.joint-extension',
  preExamination: 'permit.pre-examination',
  delivery: 'permit.delivery',
  renewalNotice: 'permit.renewal-notice',
} as const satisfies Record<string, LimitRule>

type LegalRule = keyof typeof legalRules

/** What the law now gives at most. A local rule may give the office less, never more (Appendix E of the domain). */
export const legalLimits = {
  acceptanceNotice: boundOf('acceptanceNotice'),
  decision: boundOf('decision'),
  decisionExtension: boundOf('decisionExtension'),
  jointDecision: boundOf('jointDecision'),
  jointExtension: boundOf('jointExtension'),
  preExamination: boundOf('preExamination'),
  delivery: boundOf('delivery'),
  renewalNotice: boundOf('renewalNotice'),
} as const satisfies Record<LegalRule, unknown>

export interface AppliedLimit {
  readonly limit: TimeLimit
  readonly legalReference: string
}

/**
 * How long somebody has for what begins at an instant: what the law of that day gives, whatever it gives today, or what the
 * city gives where that is less. Then both are named, so that the city's days are not taken for the law's.
 */
export function applied(rule: LegalRule, local: TimeLimit, begunAt: Date): AppliedLimit {
  const { limit, source } = limitOn(legalRules[rule], dayOf(begunAt))
  if (local.value >= limit.value) return { limit, legalReference: source }
  return { limit: local, legalReference: `${source}（法定${limit.value}个工作日以内，本地规定${local.value}个工作日）` }
}

function boundOf(rule: LegalRule): { readonly sense: 'atMost'; readonly value: number; readonly law: string } {
  const { limit, source } = newestLimit(legalRules[rule])
  return { sense: 'atMost', value: limit.value, law: source }
}
