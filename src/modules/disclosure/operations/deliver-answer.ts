import { z } from 'zod'
import { defineRequestCommand } from '../request-command.ts'
import { RequestNumber, Statement } from '../schema.ts'

/** How and when the answer reached the applicant, where he wanted it on paper or by e-mail. */
export const deliverAnswer = defineRequestCommand({
  name: 'disclosure.deliver-answer',
  command: 'deliver',
  summary: 'Records that the answer was delivered in the form that was wanted',
  input: z.object({ number: RequestNumber, note: Statement }),
  example: { note: '挂号信寄出，单号XA00000000044' },
  effect(ctx, _reached, { note }) {
    return { to: 'closed', change: { delivered_at: ctx.now }, note: { text: note, published: true } }
  },
})
