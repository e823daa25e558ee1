import { defineLifecycle } from '#kernel/lifecycle/lifecycle.ts'

/**
 * The life of a rectification (差评整改): contact within one working day (E-02), check, put right within fifteen (E-03), call
 * back, close. A review that proves invalid ends it. Who may give which command, and what must come first, is in `rules/`.
 */
export const rectificationLifecycle = defineLifecycle({
  kind: 'rectification',
  initial: 'opened',
  states: {
    opened: { phase: 'open' },
    contacted: { phase: 'open' },
    verified: { phase: 'open' },
    rectified: { phase: 'open' },
    calledBack: { phase: 'open' },
    reopened: { phase: 'open' },
    closed: { phase: 'closed' },
    invalid: { phase: 'closed' },
  },
  commands: {
    contact: { from: ['opened'], to: ['contacted'], permission: 'evaluations:handle' },
    verify: { from: ['opened', 'contacted'], to: ['verified'], permission: 'evaluations:handle' },
    'find-invalid': { from: ['opened', 'contacted', 'verified'], to: ['invalid'], permission: 'evaluations:exclude' },
    rectify: { from: ['verified', 'reopened'], to: ['rectified'], permission: 'evaluations:handle' },
    'call-back': { from: ['rectified'], to: ['calledBack'], permission: 'evaluations:handle' },
    close: { from: ['calledBack'], to: ['closed'], permission: 'evaluations:handle' },
    reopen: { from: ['calledBack'], to: ['reopened'], permission: 'evaluations:handle' },
  },
})

export type RectificationState = keyof typeof rectificationLifecycle.states
export type RectificationCommand = keyof typeof rectificationLifecycle.commands
