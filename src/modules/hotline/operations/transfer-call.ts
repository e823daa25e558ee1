import { z } from 'zod'
import { getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { Key } from '../schema.ts'
import { defineCallAct } from '../seat-call.ts'

/** Puts the caller through to the consultation telephone of a unit; a unit that does not take up leaves the caller with the seat (H-14). */
export const transferCall = defineCallAct({
  name: 'hotline.transfer-call',
  act: 'transfer',
  summary: 'Transfers the caller to the consultation telephone of a unit',
  input: z.object({ id: z.uuid(), unitId: Key }),
  refusals: [organisationErrors.unitUnknown],
  example: { unitId: 'shichang-jianguan' },
  async perform(ctx, { call, exchange, input: { unitId } }) {
    const { phones } = await getUnit(ctx.db, unitId)
    const { connected } = await exchange.transfer(call.exchangeKey, phones.consult)
    return { unitId, connected, change: { transferred_at: ctx.now, transfer_unit_id: unitId, connected } }
  },
})
