import { z } from 'zod'
import { anonymous } from '#kernel/access/caller.ts'
import { defineComplaintCommand, stageOf } from '../complaint-command.ts'
import { supervisionErrors } from '../errors.ts'
import { ComplaintNumber, Note } from '../schema.ts'

/** Whoever complained may have the answer looked at again, once. */
export const appealComplaint = defineComplaintCommand({
  name: 'supervision.appeal-complaint',
  command: 'appeal',
  summary: 'Asks for the answer to one’s complaint to be looked at again',
  input: z.object({ number: ComplaintNumber, reason: Note }),
  refusals: [supervisionErrors.appealTooLate, supervisionErrors.appealedBefore],
  example: { reason: '答复没有说明为什么要我再跑一趟。' },
  async effect(ctx, { complaint: { personId } }, { reason }) {
    const { timer, task } = await stageOf(ctx, 'concludeComplaint')
    return { to: 'appealed', actor: anonymous, timers: [timer], assign: [task], change: { sealedAppeal: await ctx.services.vault.seal(ctx.db, personId, reason) } }
  },
})
