import { z } from 'zod'
import { defineRectificationCommand } from '../rectification-command.ts'
import { done } from '../rules/clocks.ts'
import { Note, RectificationNumber } from '../schema.ts'

/** E-03: within fifteen working days what was wrong is put right, or explained, and the review gets its public reply. */
export const rectifyCause = defineRectificationCommand({
  name: 'evaluations.rectify-cause',
  command: 'rectify',
  summary: 'Records what was put right and publishes the reply to the review',
  input: z.object({
    number: RectificationNumber,
    measure: Note,
    /** Published beside the review. */
    reply: Note,
  }),
  example: { measure: '窗口人员重新培训', reply: '已改为一次告知，向您致歉' },
  effect: (ctx, { record: { matter } }, { measure, reply }) => ({
    to: 'rectified',
    timers: done(matter.timers, 'rectify', ctx.now),
    notes: [
      { text: measure, published: false },
      { text: reply, published: true },
    ],
  }),
})
