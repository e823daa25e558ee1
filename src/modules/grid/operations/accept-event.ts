import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineEventCommand } from '../event-command.ts'
import { EventNumber } from '../schema.ts'

/** Those to whom it was dispatched begin with it. */
export const acceptEvent = defineEventCommand({
  name: 'grid.accept-event',
  command: 'accept',
  summary: 'Accepts an event that was dispatched to the unit',
  input: z.object({ number: EventNumber }),
  example: {},
  effect: (ctx) => ({ to: 'disposing', detail: { acceptedBy: actorOf(ctx.caller) } }),
})
