import { z } from 'zod'
import texts from '../locales/zh-CN.json' with { type: 'json' }
import { defineRequestCommand } from '../request-command.ts'
import { clockNames, dropped } from '../rules/clocks.ts'
import { RequestNumber } from '../schema.ts'

export const withdrawRequest = defineRequestCommand({
  name: 'disclosure.withdraw-request',
  command: 'withdraw',
  summary: 'Takes an application back before it is answered',
  input: z.object({ number: RequestNumber }),
  example: {},
  effect(ctx, { request }) {
    return {
      to: 'withdrawn',
      outcome: 'withdrawn',
      timers: dropped(request.matter.timers, clockNames, { at: ctx.now, reason: texts.endReasons.withdrawn }),
      change: { result_row: 'other', ended_at: ctx.now },
    }
  },
})
