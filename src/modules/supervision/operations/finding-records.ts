import { defineClockOperation, defineLedgerOperation, type MatterView } from '#kernel/matter/ledger-operations.ts'
import { supervisionErrors } from '../errors.ts'
import { reachFinding } from '../finding-view.ts'

const view: MatterView<'supervision', 'finding'> = {
  module: 'supervision',
  path: '/findings',
  kind: 'finding',
  access: { permission: 'supervision:read' },
  refusals: [supervisionErrors.findingUnknown],
  load: async (ctx, number) => (await reachFinding(ctx, number, false)).finding.matter,
}

export const getFindingLedger = defineLedgerOperation(view)
export const getFindingClock = defineClockOperation(view)
