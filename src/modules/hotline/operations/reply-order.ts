import { z } from 'zod'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { hotlineErrors } from '../errors.ts'
import { defineOrderCommand } from '../order-command.ts'
import { passedTo } from '../rules/clocks.ts'
import { OrderNumber } from '../schema.ts'
import { dueOfClock, officeTask, taskNames } from '../tasks.ts'

/** The main unit says what was done. The clock goes on in the name of the hotline until the quality of the reply is checked. */
export const replyOrder = defineOrderCommand({
  name: 'hotline.reply-order',
  command: 'reply',
  summary: 'Replies to an order: what was found, what was done, and what the caller is told',
  input: z.object({ number: OrderNumber, reply: z.string().trim().min(10).max(3000) }),
  refusals: [hotlineErrors.assistanceMissing],
  example: { reply: '经查属实，已责令该店停止夜间露天烧烤并立案处理，后续加强巡查。' },
  async effect(ctx, { order }, { reply }) {
    const { timers } = order.matter
    const office = await getOffice(ctx.db)
    const changed = passedTo(timers, office.id, ctx.now)
    return {
      to: 'replied',
      timers: changed,
      endTasks: [taskNames.handle],
      assign: [await officeTask(ctx, 'check', { ...order.matter, timers: afterStep(timers, changed) }, 'handle')],
      change: { sealed_reply: await ctx.services.vault.seal(ctx.db, order.callerId, reply), replied_at: ctx.now, reply_due_at: dueOfClock(ctx, order.matter, 'handle')?.dueAt ?? null },
    }
  },
})
