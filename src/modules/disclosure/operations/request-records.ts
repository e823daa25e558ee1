import { defineClockOperation, defineLedgerOperation, type MatterView } from '#kernel/matter/ledger-operations.ts'
import { disclosureErrors } from '../errors.ts'
import { getRequestFor } from '../request-view.ts'

const view: MatterView<'disclosure', 'request'> = {
  module: 'disclosure',
  path: '/disclosure/requests',
  kind: 'request',
  refusals: [disclosureErrors.requestUnknown],
  load: async (ctx, number) => (await getRequestFor(ctx, number, false)).request.matter,
}

export const getRequestLedger = defineLedgerOperation(view)
export const getRequestClock = defineClockOperation(view)
