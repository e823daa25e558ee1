import { z } from 'zod'
import { defineCallAct } from '../seat-call.ts'

export const holdCall = defineCallAct({
  name: 'hotline.hold-call',
  act: 'hold',
  summary: 'Puts the caller on hold',
  input: z.object({ id: z.uuid() }),
  example: {},
  async perform(_ctx, { call, exchange }) {
    await exchange.hold(call.exchangeKey)
    return {}
  },
})
