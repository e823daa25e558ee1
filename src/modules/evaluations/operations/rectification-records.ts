import { defineClockOperation, defineLedgerOperation, type MatterView } from '#kernel/matter/ledger-operations.ts'
import { evaluationErrors } from '../errors.ts'
import { getRectificationFor } from '../rectification-view.ts'

const view: MatterView<'evaluations', 'rectification'> = {
  module: 'evaluations',
  path: '/rectifications',
  kind: 'rectification',
  refusals: [evaluationErrors.rectificationUnknown],
  load: async (ctx, number) => (await getRectificationFor(ctx, number, false)).record.matter,
}

export const getRectificationLedger = defineLedgerOperation(view)
export const getRectificationClock = defineClockOperation(view)
