import { defineLifecycle } from '#kernel/lifecycle/lifecycle.ts'

/** Where the caller's clock runs, whoever has the order: the hotline, a unit or the grid. */
const unanswered = ['registered', 'dispatched', 'returnClaimed', 'handling', 'replied', 'inGrid'] as const
const open = [...unanswered, 'awaitingCallback'] as const

/**
 * The life of a work order (工单): register, answer at once or dispatch, sign or claim a return, handle, reply, check, call
 * back, close. Who may give which command, and by when, is in `rules/`.
 */
export const orderLifecycle = defineLifecycle({
  kind: 'workOrder',
  initial: 'registered',
  states: {
    registered: { phase: 'open' },
    dispatched: { phase: 'open' },
    returnClaimed: { phase: 'open' },
    handling: { phase: 'open' },
    replied: { phase: 'open' },
    inGrid: { phase: 'open' },
    awaitingCallback: { phase: 'waiting' },
    answered: { phase: 'closed' },
    rejected: { phase: 'closed' },
    linked: { phase: 'closed' },
    closed: { phase: 'closed' },
  },
  commands: {
    answer: { from: ['registered'], to: ['answered', 'awaitingCallback'], permission: 'hotline:take' },
    dispatch: { from: ['registered'], to: ['dispatched'], permission: 'hotline:take' },
    reject: { from: ['registered'], to: ['rejected'], permission: 'hotline:take' },
    link: { from: ['registered'], to: ['linked'], permission: 'hotline:take' },
    sign: { from: ['dispatched'], to: ['handling'], permission: 'hotline:handle' },
    'claim-return': { from: ['dispatched', 'handling'], to: ['returnClaimed'], permission: 'hotline:handle' },
    arbitrate: { from: ['returnClaimed'], to: ['dispatched'], permission: 'hotline:lead' },
    assist: { from: ['handling'], to: ['handling'], permission: 'hotline:handle' },
    extend: { from: ['handling'], to: ['handling'], permission: 'hotline:extend' },
    reply: { from: ['handling'], to: ['replied'], permission: 'hotline:handle' },
    check: { from: ['replied'], to: ['awaitingCallback', 'handling'], permission: 'hotline:lead' },
    'call-back': { from: ['awaitingCallback'], to: ['closed', 'handling', 'registered', 'awaitingCallback'], permission: 'hotline:call-back' },
    'hand-to-grid': { from: ['registered', 'dispatched', 'handling'], to: ['inGrid'], permission: 'hotline:take' },
    'answer-from-grid': { from: ['inGrid'], to: ['awaitingCallback'], permission: 'hotline:take' },
    'give-back-from-grid': { from: ['inGrid'], to: ['registered'], permission: 'hotline:take' },
    'add-contact': { from: [...open], to: [...open], permission: 'hotline:take' },
    recuse: { from: [...open], to: [...open], permission: 'hotline:recuse' },
    'pass-duty': { from: [...open], to: [...open], permission: 'hotline:answer-for' },
    remind: { from: [...unanswered], to: [...unanswered], permission: 'hotline:urge' },
    criticise: { from: [...unanswered], to: [...unanswered], permission: 'hotline:urge' },
  },
})

export type OrderState = keyof typeof orderLifecycle.states
export type OrderCommand = keyof typeof orderLifecycle.commands
