import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { callerFor } from '../caller-of.ts'
import { CallLine, Phone } from '../schema.ts'
import { findCallByKey, insertCall, insertCallAct } from '../store/calls.ts'

/** The exchange says that somebody calls; saying it twice is the same call. Not served: the gateway to the exchange runs in the office. */
export const ringCall = defineOperation({
  name: 'hotline.ring-call',
  summary: 'Takes note of a call that rings',
  kind: 'command',
  access: { permission: 'hotline:ring' },
  input: z.object({ line: CallLine, exchangeKey: z.string().min(1).max(100), callingNumber: Phone.optional() }),
  output: z.object({ id: z.string() }),
  refusals: [],
  async run(ctx, { line, exchangeKey, callingNumber }) {
    const id = newId(ctx.now.getTime())
    const callerId = await callerFor(ctx, { name: null, phone: null, callingNumber: callingNumber ?? null })
    const isNew = await insertCall(ctx.db, { id, line, caller_id: callerId, exchange_key: exchangeKey, rang_at: ctx.now })
    if (!isNew) return { id: (await findCallByKey(ctx.db, exchangeKey)) ?? id }
    await insertCallAct(ctx.db, { call_id: id, act: 'ring', unit_id: null, connected: null, acted_at: ctx.now })
    return { id }
  },
})
