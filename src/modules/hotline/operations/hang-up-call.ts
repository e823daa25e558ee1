import { z } from 'zod'
import { defineCallAct } from '../seat-call.ts'

export const hangUpCall = defineCallAct({
  name: 'hotline.hang-up-call',
  act: 'hang-up',
  summary: 'Ends the call and keeps the reference of its recording',
  input: z.object({ id: z.uuid() }),
  example: {},
  async perform(ctx, { call, exchange }) {
    const { recording } = await exchange.hangUp(call.exchangeKey)
    return { change: { ended_at: ctx.now, ...(recording !== null && { recording }) } }
  },
})
