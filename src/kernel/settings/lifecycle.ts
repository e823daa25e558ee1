import { defineLifecycle } from '#kernel/lifecycle/lifecycle.ts'

/** A local rule in the ledger: it opens with its first change, and every change or withdrawal is one more step of it. */
export const localRuleLifecycle = defineLifecycle({
  kind: 'local-rule',
  initial: 'inForce',
  states: { inForce: { phase: 'open' } },
  commands: {
    change: { from: ['inForce'], to: ['inForce'], permission: 'settings:change' },
    withdraw: { from: ['inForce'], to: ['inForce'], permission: 'settings:change' },
  },
})
