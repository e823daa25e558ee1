import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOrderCommand } from '../order-command.ts'
import { OrderNumber } from '../schema.ts'

/** The unit says that it has the order. Its hours to return it go on. */
export const signOrder = defineOrderCommand({
  name: 'hotline.sign-order',
  command: 'sign',
  summary: 'Signs for an order that was dispatched to the unit',
  input: z.object({ number: OrderNumber }),
  example: {},
  effect: (ctx) => ({ to: 'handling', detail: { signedBy: actorOf(ctx.caller) } }),
})
