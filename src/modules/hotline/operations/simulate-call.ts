import { z } from 'zod'
import { law } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { hotlineErrors } from '../errors.ts'
import { CallLine, Phone } from '../schema.ts'
import { exchangeOf } from '../telephony/exchange-of.ts'
import { ringCall } from './ring-call.ts'

/** Lets the simulator ring, so that a seat can be tried out. There is no such thing where the telephones are real. */
export const simulateCall = defineOperation({
  name: 'hotline.simulate-call',
  summary: 'Makes the simulated exchange ring with a number of one’s choice',
  kind: 'command',
  access: { permission: 'hotline:take' },
  input: z.object({ line: CallLine, callingNumber: Phone }),
  output: z.object({ id: z.string() }),
  refusals: [hotlineErrors.noExchange],
  async run(ctx, input) {
    exchangeOf(ctx.services)
    return ringCall.run({ ...ctx, caller: law }, { ...input, exchangeKey: newId(ctx.now.getTime()) })
  },
})
