import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { hotlineErrors } from '../errors.ts'
import { getOrderFor, shownOrder } from '../order-view.ts'
import { OrderNumber } from '../schema.ts'
import { ShownOrder } from '../shown-order.ts'

/** For the hotline, the units that handle it, the supervisors and the person who filed it. */
export const getOrder = defineOperation({
  name: 'hotline.get-order',
  summary: 'Shows an order and what the caller of this operation may do with it now',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/orders/{number}' },
  access: 'signed-in',
  input: z.object({ number: OrderNumber }),
  output: ShownOrder,
  refusals: [hotlineErrors.orderUnknown],
  examples: [{ summary: 'The first order of a day', input: { number: 'RX2026090700001' } }],
  async run(ctx, { number }) {
    return shownOrder(ctx, await getOrderFor(ctx, number, false))
  },
})
