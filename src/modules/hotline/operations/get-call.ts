import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { hiddenFrom, sitsAtSeat } from '../access.ts'
import { hotlineErrors } from '../errors.ts'
import type { AppealText } from '../schema.ts'
import { getShownCall, ShownCall, shownCall } from '../seat-call.ts'
import { listOfCaller } from '../store/order-lists.ts'

/** The call that a seat has, with what the same caller wanted before: nobody has to tell it again. */
export const getCall = defineOperation({
  name: 'hotline.get-call',
  summary: 'Shows a call of the caller’s own seat with the earlier orders of who calls; to supervisors one of any seat, without them',
  kind: 'query',
  http: { method: 'GET', path: '/hotline/calls/{id}' },
  access: { permission: 'hotline:read-seats' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ call: ShownCall, history: z.array(z.object({ number: z.string(), state: z.string(), kind: z.string(), openedAt: z.string(), title: z.string().nullable() })) }),
  refusals: [hotlineErrors.callUnknown],
  examples: [{ summary: 'The call on the line', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const call = await getShownCall(ctx, id)
    const orders = sitsAtSeat(ctx.caller) ? await listOfCaller(ctx.db, { ...hiddenFrom(ctx.caller), callerId: call.callerId, limit: 10 }) : []
    const opened = await ctx.services.vault.openMany<AppealText>(ctx.db, orders.map(({ callerId, sealedAppeal }) => ({ subjectId: callerId, box: sealedAppeal })))
    return {
      call: await shownCall(ctx, call),
      history: orders.map(({ number, state, kind, openedAt }, place) => ({ number, state, kind, openedAt: instantText(openedAt), title: opened[place] === undefined ? null : withoutNumbers(opened[place].title) })),
    }
  },
})
