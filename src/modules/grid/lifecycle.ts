import { defineLifecycle, staying } from '#kernel/lifecycle/lifecycle.ts'

const open = ['reported', 'registered', 'dispatched', 'disposing', 'fedBack', 'verified'] as const

/**
 * The life of a grid event in the order of its seven steps (G-07): 采集 reported, 立案 registered, 派遣 dispatched, 处理 disposing, 反馈 fedBack,
 * 核查 verified, 结案 concluded, 评价 evaluated. No step can be left out: a command leads from one to the next, or back to the handler.
 */
export const eventLifecycle = defineLifecycle({
  kind: 'gridEvent',
  initial: 'reported',
  states: {
    reported: { phase: 'open' },
    registered: { phase: 'open' },
    dispatched: { phase: 'open' },
    disposing: { phase: 'open' },
    fedBack: { phase: 'open' },
    verified: { phase: 'open' },
    shelved: { phase: 'waiting' },
    notFiled: { phase: 'closed' },
    concluded: { phase: 'closed' },
    evaluated: { phase: 'closed' },
  },
  commands: {
    file: { from: ['reported'], to: ['registered'], permission: 'grid:command' },
    decline: { from: ['reported'], to: ['notFiled'], permission: 'grid:command' },
    dispatch: { from: ['registered'], to: ['dispatched'], permission: 'grid:command' },
    accept: { from: ['dispatched'], to: ['disposing'], permission: 'grid:handle' },
    'return': { from: ['dispatched'], to: ['registered'], permission: 'grid:handle' },
    escalate: { from: ['registered', 'dispatched', 'disposing'], to: ['registered'], permission: 'grid:escalate' },
    delay: { from: ['disposing'], to: ['disposing'], permission: 'grid:command' },
    'feed-back': { from: ['disposing'], to: ['fedBack'], permission: 'grid:handle' },
    verify: { from: ['fedBack'], to: ['verified', 'disposing'], permission: 'grid:verify' },
    conclude: { from: ['verified'], to: ['concluded'], permission: 'grid:command' },
    evaluate: { from: ['concluded'], to: ['evaluated'], permission: 'grid:evaluate' },
    shelve: { from: ['disposing'], to: ['shelved'], permission: 'grid:command' },
    'review-shelved': { from: ['shelved'], to: ['shelved', 'disposing'], permission: 'grid:command' },
    'add-photo': { from: ['reported', 'disposing', 'fedBack'], to: staying(['reported', 'disposing', 'fedBack']), permission: 'grid:photograph' },
    'link-order': { from: [...open, 'shelved'], to: staying([...open, 'shelved']), permission: 'grid:link' },
  },
})

export type EventState = keyof typeof eventLifecycle.states
export type EventCommand = keyof typeof eventLifecycle.commands
