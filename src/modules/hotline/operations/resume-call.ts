import { z } from 'zod'
import { defineCallAct } from '../seat-call.ts'

export const resumeCall = defineCallAct({
  name: 'hotline.resume-call',
  act: 'resume',
  summary: 'Takes the caller off hold',
  input: z.object({ id: z.uuid() }),
  example: {},
  async perform(_ctx, { call, exchange }) {
    await exchange.resume(call.exchangeKey)
    return {}
  },
})
