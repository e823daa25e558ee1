import { defineLifecycle, staying } from '#kernel/lifecycle/lifecycle.ts'

const open = ['submitted', 'handling', 'awaitingClarification', 'consulting', 'awaitingPayment', 'drafted'] as const

/**
 * The life of an application for information (依申请公开): received, perhaps made clear, perhaps others asked, perhaps paid
 * for, drafted, approved and answered, delivered. Who may give which command is in `access.ts`, by when in `rules/clocks.ts`.
 */
export const requestLifecycle = defineLifecycle({
  kind: 'disclosureRequest',
  initial: 'submitted',
  states: {
    submitted: { phase: 'open' },
    handling: { phase: 'open' },
    awaitingClarification: { phase: 'waiting' },
    consulting: { phase: 'waiting' },
    awaitingPayment: { phase: 'waiting' },
    drafted: { phase: 'open' },
    answered: { phase: 'open' },
    closed: { phase: 'closed' },
    abandoned: { phase: 'closed' },
    withdrawn: { phase: 'closed' },
  },
  commands: {
    receive: { from: ['submitted'], to: ['handling'], permission: 'disclosure:handle' },
    'request-clarification': { from: ['handling'], to: ['awaitingClarification'], permission: 'disclosure:handle' },
    clarify: { from: ['awaitingClarification'], to: ['handling'], permission: 'disclosure:clarify' },
    consult: { from: ['handling', 'consulting'], to: ['consulting'], permission: 'disclosure:handle' },
    'record-opinion': { from: ['consulting'], to: ['consulting', 'handling'], permission: 'disclosure:handle' },
    'lapse-opinion': { from: ['consulting'], to: ['consulting', 'handling'], permission: 'disclosure:lapse' },
    extend: { from: ['handling'], to: ['handling'], permission: 'disclosure:approve' },
    'demand-fee': { from: ['handling'], to: ['awaitingPayment'], permission: 'disclosure:handle' },
    'record-payment': { from: ['awaitingPayment'], to: ['handling'], permission: 'disclosure:handle' },
    'waive-fee': { from: ['awaitingPayment'], to: ['handling'], permission: 'disclosure:approve' },
    'draft-answer': { from: ['handling'], to: ['drafted'], permission: 'disclosure:handle' },
    'return-draft': { from: ['drafted'], to: ['handling'], permission: 'disclosure:approve' },
    'issue-answer': { from: ['drafted'], to: ['answered', 'closed'], permission: 'disclosure:approve' },
    deliver: { from: ['answered'], to: ['closed'], permission: 'disclosure:handle' },
    withdraw: { from: [...open], to: ['withdrawn'], permission: 'disclosure:apply' },
    abandon: { from: ['awaitingClarification', 'awaitingPayment'], to: ['abandoned'], permission: 'disclosure:lapse' },
    'record-remedy': { from: ['answered', 'closed', 'abandoned'], to: staying(['answered', 'closed', 'abandoned']), permission: 'disclosure:handle' },
  },
})

export type RequestState = keyof typeof requestLifecycle.states
export type RequestCommand = keyof typeof requestLifecycle.commands
