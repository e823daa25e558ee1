import { defineClockOperation, defineLedgerOperation, type MatterView } from '#kernel/matter/ledger-operations.ts'
import { hotlineErrors } from '../errors.ts'
import { getOrderFor } from '../order-view.ts'

const view: MatterView<'hotline', 'order'> = {
  module: 'hotline',
  path: '/hotline/orders',
  kind: 'order',
  refusals: [hotlineErrors.orderUnknown],
  load: async (ctx, number) => (await getOrderFor(ctx, number, false)).order.matter,
}

export const getOrderLedger = defineLedgerOperation(view)
export const getOrderClock = defineClockOperation(view)
