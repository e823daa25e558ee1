import { must } from '#kernel/errors/refusal.ts'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { clocksNamed } from '#kernel/time/open-clocks.ts'
import { arm, type ArmInput, type Party, type Timer } from '#kernel/time/timer.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import type { CaseRules } from '../settings.ts'
import { applied, type AppliedLimit } from './legal-limits.ts'

/** The clocks of a case, by the name under which a matter has at most one open. */
export const clockNames = {
  acceptanceNotice: 'acceptance-notice',
  preReview: 'pre-review',
  forwarding: 'forwarding',
  correction: 'correction',
  legalDecision: 'legal-decision',
  promisedDecision: 'promised-decision',
  delivery: 'delivery',
  gap: 'gap',
  pledgeVerification: 'pledge-verification',
  renewalExpiry: 'renewal-expiry',
  pledgeDecision: 'pledge-decision',
  rectification: 'rectification',
} as const

/** By these names, and by those of the steps (`step-clocks.ts`). */
export const { openClock, done } = clocksNamed<string>()

/** The clocks at whose end the law itself acts. */
export const lapsingClocks = [clockNames.acceptanceNotice, clockNames.correction, clockNames.gap, clockNames.renewalExpiry, clockNames.rectification] as const

type ClockItem = Pick<ItemVersion, 'itemType' | 'statutoryLimit' | 'statutoryExtension' | 'promisedLimit' | 'legalBasis' | 'marks'> & { readonly joint: boolean }

interface DecisionLimit {
  readonly limit: TimeLimit
  readonly extension: TimeLimit | null
  /** Ranks that may approve the extension: the head of the agency, or of the government for joint handling (行政许可法 art. 42). */
  readonly approverRanks: readonly string[]
  readonly legalReference: string
}

/** How long the law of the day of acceptance gives for the decision: the item's own limit where the text of the law was read, else art. 42 for a permit (20, or 45 handled jointly), else none (C-04, C-05). */
export function decisionLimit(item: ClockItem, rules: CaseRules, acceptedAt: Date): DecisionLimit | undefined {
  const approverRanks = item.joint ? ['governmentHead'] : ['head', 'actingHead']
  const permit = item.itemType === '01'
  if (item.statutoryLimit !== null && item.marks.statutoryLimit === 'sourced') {
    const basis = item.legalBasis[0]
    const own = item.statutoryExtension ?? (permit && item.statutoryLimit.unit === 'WORKING_DAY' ? applied('decisionExtension', rules.decisionExtension, acceptedAt).limit : null)
    return { limit: item.statutoryLimit, extension: own, approverRanks, legalReference: basis ? lawAndArticle(basis) : '' }
  }
  if (!permit) return undefined
  return item.joint
    ? { ...applied('jointDecision', rules.jointDecision, acceptedAt), extension: applied('jointExtension', rules.jointExtension, acceptedAt).limit, approverRanks }
    : { ...applied('decision', rules.decision, acceptedAt), extension: applied('decisionExtension', rules.decisionExtension, acceptedAt).limit, approverRanks }
}

/** 《law》第n条, as documents cite it. */
export function lawAndArticle(basis: Pick<ItemVersion['legalBasis'][number], 'law' | 'article'>): string {
  return `《${basis.law}》${basis.article === null ? '' : `第${basis.article}条`}`
}

/** Within which time the office must say whether it accepts: 5 working days (行政许可法 art. 32), on the spot for real-estate registration (不动产登记暂行条例 art. 17). */
export function acceptanceNoticeLimit(item: Pick<ItemVersion, 'legalBasis'>, rules: CaseRules, receivedAt: Date): AppliedLimit {
  const realEstate = item.legalBasis.some((basis) => basis.law.includes('不动产登记暂行条例'))
  return realEstate
    ? { limit: { value: 0, unit: 'WORKING_DAY' }, legalReference: '《不动产登记暂行条例》第十七条' }
    : applied('acceptanceNotice', rules.acceptanceNotice, receivedAt)
}

interface DecisionStart {
  readonly ids: () => string
  readonly acceptedAt: Date
  readonly party: Party
}

/** The clocks that start with acceptance: the law's and the promise's, side by side, both from the same instant. */
export function decisionClocks({ ids, acceptedAt, party }: DecisionStart, item: ClockItem, rules: CaseRules): readonly Timer[] {
  const legal = decisionLimit(item, rules, acceptedAt)
  const extensible = legal?.extension ? { extensible: { longest: legal.extension, approverRanks: legal.approverRanks, legalReference: legal.legalReference } } : {}
  const promised = must(arm({ id: ids(), purpose: 'promised', name: clockNames.promisedDecision, budget: item.promisedLimit, anchorAt: acceptedAt, party, ...extensible }))
  if (legal === undefined) return [promised]
  return [
    must(arm({ id: ids(), purpose: 'legal', name: clockNames.legalDecision, budget: legal.limit, anchorAt: acceptedAt, party, legalReference: legal.legalReference, ...extensible })),
    promised,
  ]
}

/** A clock without extension. */
export function simpleClock(clock: Omit<ArmInput, 'extensible' | 'legalReference'> & { readonly legalReference?: string }): Timer {
  return must(arm(clock))
}

/** The clocks that the decision ends and that special procedures stop. */
export function openDecisionClocks(timers: readonly Timer[]): readonly Timer[] {
  return [clockNames.legalDecision, clockNames.promisedDecision].flatMap((name) => openClock(timers, name) ?? [])
}
