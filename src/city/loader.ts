import type { SystemCaller } from '#kernel/access/caller.ts'

/** Who loads the demo city, as the ledger names him. */
export const loader: SystemCaller = { kind: 'system', name: 'loader' }
