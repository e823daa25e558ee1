import { z } from 'zod'
import { answerFromGrid, hotlineErrors } from '#modules/hotline/index.ts'
import { defineEventCommand } from '../event-command.ts'
import { reportOf } from '../event-view.ts'
import { EventNumber, Note } from '../schema.ts'
import { taskNames } from '../tasks.ts'
import { tellReporter } from '../tell.ts'

/** 结案: after the look on the spot. An order of the hotline about the same matter is answered with it: one closing action (G-05). */
export const concludeEvent = defineEventCommand({
  name: 'grid.conclude-event',
  command: 'conclude',
  summary: 'Concludes a verified event, and answers the order of the hotline that is linked to it',
  input: z.object({ number: EventNumber, result: Note }),
  refusals: [hotlineErrors.orderUnknown],
  example: { result: '经现场核查，暴露垃圾已清理，问题已解决。' },
  async effect(ctx, { event }, { result }) {
    const { id, number } = event.matter
    if (event.orderNumber !== null) await answerFromGrid(ctx, event.orderNumber, result)
    await tellReporter(ctx, { eventId: id, personId: event.personId, phone: (await reportOf(ctx, event))?.phone ?? null }, 'event-concluded', { number })
    ctx.publish('grid.event-concluded', { matterId: id, number, cellId: event.cellId, category: event.category })
    return { to: 'concluded', outcome: 'solved', detail: { orderNumber: event.orderNumber }, endTasks: [taskNames.conclude], change: { concluded_at: ctx.now }, note: { text: result, published: true } }
  },
})
