import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why a proof cannot be given. */
export const ledgerRefusals = {
  eventNotInTree: { code: 'ledger.event-not-in-tree', kind: 'not-found' },
  checkpointUnknown: { code: 'ledger.checkpoint-unknown', kind: 'not-found' },
  sizesNotOrdered: { code: 'ledger.sizes-not-ordered', kind: 'invalid' },
} as const satisfies Record<string, RefusalType>
