import { z } from 'zod'
import { getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { Key } from '../schema.ts'
import { defineCallAct } from '../seat-call.ts'

/** Three speak together (三方通话): caller, seat, and the unit that knows. */
export const joinCall = defineCallAct({
  name: 'hotline.join-call',
  act: 'join',
  summary: 'Brings a unit into the call, so that three speak together',
  input: z.object({ id: z.uuid(), unitId: Key }),
  refusals: [organisationErrors.unitUnknown],
  example: { unitId: 'shichang-jianguan' },
  async perform(ctx, { call, exchange, input: { unitId } }) {
    const { phones } = await getUnit(ctx.db, unitId)
    const { connected } = await exchange.join(call.exchangeKey, phones.consult)
    return { unitId, connected }
  },
})
