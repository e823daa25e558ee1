import { defineClockOperation, defineLedgerOperation, type MatterView } from '#kernel/matter/ledger-operations.ts'
import { gridErrors } from '../errors.ts'
import { getEventFor } from '../event-view.ts'

const view: MatterView<'grid', 'event'> = {
  module: 'grid',
  path: '/grid/events',
  kind: 'event',
  refusals: [gridErrors.eventUnknown],
  load: async (ctx, number) => (await getEventFor(ctx, number, false)).event.matter,
}

export const getEventLedger = defineLedgerOperation(view)
export const getEventClock = defineClockOperation(view)
