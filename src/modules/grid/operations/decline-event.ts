import { z } from 'zod'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { giveBackFromGrid, hotlineErrors } from '#modules/hotline/index.ts'
import { defineEventCommand } from '../event-command.ts'
import { reportOf } from '../event-view.ts'
import { DeclineReason, EventNumber, Note } from '../schema.ts'
import { taskNames } from '../tasks.ts'
import { tellReporter } from '../tell.ts'

/** 不立案: never without a reason, which whoever reported it reads (G-07). The order that is linked to it goes back to the hotline, which dispatches it (G-05). */
export const declineEvent = defineEventCommand({
  name: 'grid.decline-event',
  command: 'decline',
  summary: 'Does not file a reported event, with the reason; whoever reported it is told',
  input: z.object({ number: EventNumber, reason: DeclineReason, explanation: Note }),
  refusals: [hotlineErrors.orderUnknown],
  example: { reason: 'belowCondition', explanation: '现场查看，垃圾已入箱，未达到立案条件。' },
  async effect(ctx, { event }, { reason, explanation }) {
    const { id, number, timers } = event.matter
    if (event.orderNumber !== null) await giveBackFromGrid(ctx, event.orderNumber, explanation)
    await tellReporter(ctx, { eventId: id, personId: event.personId, phone: (await reportOf(ctx, event))?.phone ?? null }, 'event-declined', { number })
    return { to: 'notFiled', outcome: reason, detail: { reason }, timers: allDropped(timers, { at: ctx.now, reason: 'declined' }), endTasks: [taskNames.file], change: { declined: reason }, note: { text: explanation, published: true } }
  },
})
