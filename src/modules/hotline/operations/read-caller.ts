import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { factsOf, recordReading } from '../caller-of.ts'
import { hotlineErrors } from '../errors.ts'
import { getOrderFor, readsCaller } from '../order-view.ts'
import { OrderNumber, ReadingPurpose } from '../schema.ts'

/** Name and number of the caller, for who has to call. Every reading is recorded; of a secret order only the hotline may (H-11). */
export const readCaller = defineOperation({
  name: 'hotline.read-caller',
  summary: 'Reads name and telephone of the caller for a stated purpose; the reading is recorded',
  kind: 'command',
  http: { method: 'POST', path: '/hotline/orders/{number}/caller' },
  access: { permission: 'hotline:read-caller' },
  input: z.object({ number: OrderNumber, purpose: ReadingPurpose }),
  output: z.object({ name: z.string().nullable(), phone: z.string().nullable(), callingNumber: z.string().nullable() }),
  refusals: [hotlineErrors.orderUnknown, hotlineErrors.secretCaller],
  examples: [{ summary: 'To call back', input: { number: 'RX2026090700001', purpose: 'callBack' } }],
  async run(ctx, { number, purpose }) {
    const { order, reach } = await getOrderFor(ctx, number, false)
    if (!readsCaller(reach, order)) throw new Refusal(hotlineErrors.secretCaller)
    await recordReading(ctx, { callerId: order.callerId, matterId: order.matter.id }, purpose)
    const facts = await factsOf(ctx, order.callerId)
    return { name: facts?.name ?? null, phone: facts?.phone ?? null, callingNumber: facts?.callingNumber ?? null }
  },
})
