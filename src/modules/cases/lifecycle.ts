import { defineLifecycle, staying } from '#kernel/lifecycle/lifecycle.ts'

const beforeAcceptance = ['submitted', 'received', 'corrected'] as const
const undecided = [...beforeAcceptance, 'correctionRequested', 'inReview', 'suspended'] as const

/** While the money may still turn out not to be owed. */
const refundable = ['inReview', 'suspended', 'decided', 'issued', 'delivered', 'withdrawn', 'deemedWithdrawn', 'revoked'] as const

/**
 * The life of a case (办件): domain rules C-01 to C-20 and the state set of the national exchange. `decided` ends the clock
 * (办结); issuing and delivering the result follow under a clock of their own.
 */
export const caseLifecycle = defineLifecycle({
  kind: 'case',
  initial: 'submitted',
  states: {
    submitted: { phase: 'open' },
    received: { phase: 'open' },
    correctionRequested: { phase: 'waiting' },
    corrected: { phase: 'open' },
    inReview: { phase: 'open' },
    suspended: { phase: 'waiting' },
    decided: { phase: 'closed' },
    issued: { phase: 'closed' },
    delivered: { phase: 'closed' },
    archived: { phase: 'closed' },
    notRequired: { phase: 'closed' },
    outOfScope: { phase: 'closed' },
    acceptanceRefused: { phase: 'closed' },
    withdrawn: { phase: 'closed' },
    deemedWithdrawn: { phase: 'closed' },
    revoked: { phase: 'closed' },
  },
  commands: {
    receive: { from: ['submitted'], to: ['received'], permission: 'cases:accept' },
    forward: { from: ['submitted', 'received'], to: ['received'], permission: 'cases:accept' },
    accept: { from: beforeAcceptance, to: ['inReview'], permission: 'cases:accept' },
    'request-correction': { from: beforeAcceptance, to: ['correctionRequested'], permission: 'cases:accept' },
    correct: { from: ['correctionRequested'], to: ['corrected'], permission: 'cases:correct' },
    'find-not-required': { from: beforeAcceptance, to: ['notRequired'], permission: 'cases:accept' },
    'find-out-of-scope': { from: beforeAcceptance, to: ['outOfScope'], permission: 'cases:accept' },
    'refuse-acceptance': { from: beforeAcceptance, to: ['acceptanceRefused'], permission: 'cases:accept' },
    'deem-accepted': { from: beforeAcceptance, to: ['inReview'], permission: 'cases:apply-law' },
    review: { from: ['inReview', 'suspended'], to: staying(['inReview', 'suspended']), permission: 'cases:review' },
    transfer: { from: ['inReview'], to: ['inReview'], permission: 'cases:transfer' },
    return: { from: ['inReview'], to: ['inReview'], permission: 'cases:return' },
    'ask-countersign': { from: ['inReview'], to: ['inReview'], permission: 'cases:ask-countersign' },
    suspend: { from: ['inReview'], to: ['suspended'], permission: 'cases:suspend' },
    resume: { from: ['suspended'], to: ['inReview'], permission: 'cases:suspend' },
    extend: { from: ['inReview'], to: ['inReview'], permission: 'cases:extend' },
    'supply-material': { from: ['inReview', 'suspended'], to: staying(['inReview', 'suspended']), permission: 'cases:correct' },
    'withdraw-pledge': { from: [...beforeAcceptance, 'inReview'], to: staying([...beforeAcceptance, 'inReview']), permission: 'cases:correct' },
    decide: { from: ['inReview'], to: ['decided'], permission: 'cases:decide' },
    'deem-renewed': { from: ['inReview', 'suspended'], to: ['decided'], permission: 'cases:apply-law' },
    'demand-fee': { from: ['inReview', 'decided', 'issued'], to: { inReview: ['suspended'], decided: ['decided'], issued: ['issued'] }, permission: 'cases:demand-fee' },
    'pay-fee': { from: ['inReview', 'suspended', 'decided', 'issued', 'delivered'], to: { ...staying(['inReview', 'decided', 'issued', 'delivered']), suspended: ['suspended', 'inReview'] }, permission: 'cases:pay' },
    'refund-fee': { from: refundable, to: staying(refundable), permission: 'cases:refund' },
    issue: { from: ['decided'], to: ['issued'], permission: 'cases:issue' },
    deliver: { from: ['issued'], to: ['delivered'], permission: 'cases:deliver' },
    'verify-pledge': { from: ['decided', 'issued', 'delivered'], to: staying(['decided', 'issued', 'delivered']), permission: 'cases:verify-pledge' },
    'report-unrectified': { from: ['decided', 'issued', 'delivered'], to: staying(['decided', 'issued', 'delivered']), permission: 'cases:apply-law' },
    archive: { from: ['delivered', 'notRequired', 'outOfScope', 'acceptanceRefused', 'withdrawn', 'deemedWithdrawn', 'revoked'], to: ['archived'], permission: 'cases:archive' },
    withdraw: { from: undecided, to: ['withdrawn'], permission: 'cases:withdraw' },
    'deem-withdrawn': { from: ['correctionRequested', 'inReview', 'suspended'], to: ['deemedWithdrawn'], permission: 'cases:apply-law' },
    revoke: { from: ['decided', 'issued', 'delivered', 'archived'], to: ['revoked'], permission: 'cases:revoke' },
  },
})

export type CaseState = keyof typeof caseLifecycle.states
export type CaseCommand = keyof typeof caseLifecycle.commands
