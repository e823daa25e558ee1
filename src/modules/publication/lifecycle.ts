import { defineLifecycle } from '#kernel/lifecycle/lifecycle.ts'

/**
 * The way of a public record: written by an editor of a unit, reviewed by somebody else (O-17), published within twenty working
 * days (O-01). A published record may be changed, which goes the same way again while the public goes on reading the earlier
 * edition; it ends withdrawn (O-18), repealed or expired. What must come first is in `rules/handling.ts`.
 */
export const recordLifecycle = defineLifecycle({
  kind: 'publicRecord',
  initial: 'draft',
  states: {
    draft: { phase: 'open' },
    underReview: { phase: 'open' },
    cleared: { phase: 'open' },
    published: { phase: 'closed' },
    toWithdraw: { phase: 'open' },
    withheld: { phase: 'closed' },
    discarded: { phase: 'closed' },
    withdrawn: { phase: 'closed' },
    repealed: { phase: 'closed' },
    expired: { phase: 'closed' },
  },
  commands: {
    save: { from: ['draft'], to: ['draft'], permission: 'publication:edit' },
    submit: { from: ['draft'], to: ['underReview'], permission: 'publication:edit' },
    clear: { from: ['underReview'], to: ['cleared'], permission: 'publication:review' },
    return: { from: ['underReview'], to: ['draft'], permission: 'publication:review' },
    withhold: { from: ['underReview'], to: ['withheld', 'published'], permission: 'publication:review' },
    publish: { from: ['cleared'], to: ['published'], permission: 'publication:edit' },
    discard: { from: ['draft', 'cleared'], to: ['discarded', 'published'], permission: 'publication:edit' },
    change: { from: ['published'], to: ['draft'], permission: 'publication:edit' },
    'add-channel': { from: ['published'], to: ['published'], permission: 'publication:edit' },
    'report-revocation': { from: ['published'], to: ['toWithdraw'], permission: 'publication:edit' },
    withdraw: { from: ['published', 'toWithdraw'], to: ['withdrawn'], permission: 'publication:edit' },
    repeal: { from: ['published'], to: ['repealed'], permission: 'publication:edit' },
    expire: { from: ['published'], to: ['expired'], permission: 'publication:tend' },
  },
})

export type RecordState = keyof typeof recordLifecycle.states
export type RecordCommand = keyof typeof recordLifecycle.commands
