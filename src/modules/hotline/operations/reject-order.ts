import { z } from 'zod'
import { hotlineErrors } from '../errors.ts'
import { defineOrderCommand } from '../order-command.ts'
import { dropped } from '../rules/clocks.ts'
import { Note, OrderNumber, RejectionClass, ToldChannel } from '../schema.ts'
import { taskNames } from '../tasks.ts'
import { tellCaller } from '../tell-caller.ts'

/** What the hotline does not take is told with its ground, and where to go instead (H-10). */
export const rejectOrder = defineOrderCommand({
  name: 'hotline.reject-order',
  command: 'reject',
  summary: 'Does not accept an order, with the class of the reason and how the caller was told',
  input: z.object({ number: OrderNumber, rejectionClass: RejectionClass, toldChannel: ToldChannel, explanation: Note }),
  refusals: [hotlineErrors.alreadyReplied],
  example: { rejectionClass: 'litigation', toldChannel: 'phone', explanation: '该纠纷已进入诉讼程序，请向法院反映。' },
  async effect(ctx, { order }, { rejectionClass, toldChannel, explanation }) {
    const { id, number, timers } = order.matter
    await tellCaller(ctx, { ...order, matterId: id }, 'order-rejected', { number })
    return {
      to: 'rejected',
      outcome: 'rejected',
      detail: { rejectionClass, toldChannel },
      timers: dropped(timers, 'handle', { at: ctx.now, reason: 'rejected' }),
      endTasks: [taskNames.dispatch],
      change: { rejection_class: rejectionClass, told_channel: toldChannel },
      note: { text: explanation, published: true },
    }
  },
})
