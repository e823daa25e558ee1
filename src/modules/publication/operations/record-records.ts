import { defineClockOperation, defineLedgerOperation, type MatterView } from '#kernel/matter/ledger-operations.ts'
import { publicationErrors } from '../errors.ts'
import { getRecordFor } from '../record-view.ts'

const view: MatterView<'publication', 'record'> = {
  module: 'publication',
  path: '/public-records',
  kind: 'record',
  access: { permission: 'publication:list' },
  refusals: [publicationErrors.recordUnknown],
  load: async (ctx, number) => (await getRecordFor(ctx, number, false)).record.matter,
}

export const getRecordLedger = defineLedgerOperation(view)
export const getRecordClock = defineClockOperation(view)
