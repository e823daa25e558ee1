import { z } from 'zod'
import { holdsRole } from '#kernel/access/caller.ts'
import { defineOrderCommand } from '../order-command.ts'
import { Note, OrderNumber } from '../schema.ts'
import { markAssisted } from '../store/orders.ts'
import { assistTask } from '../tasks.ts'

/** An assistant tells the main unit what it found and did; the main unit replies for all (H-06). */
export const assistOrder = defineOrderCommand({
  name: 'hotline.assist-order',
  command: 'assist',
  summary: 'Gives the main unit an assistant’s part of the reply',
  input: z.object({ number: OrderNumber, text: Note }),
  example: { text: '已派员到场，未发现占道经营。' },
  async effect(ctx, { order }, { text }) {
    const own = order.assistants.map(({ unitId }) => unitId).filter((unitId) => holdsRole(ctx.caller, 'reviewer', unitId) || holdsRole(ctx.caller, 'approver', unitId))
    await markAssisted(ctx.db, order.matter.id, own, ctx.now)
    return { to: 'handling', detail: { units: own }, endTasks: own.map(assistTask), note: { text } }
  },
})
