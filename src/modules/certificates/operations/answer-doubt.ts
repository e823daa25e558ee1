import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { mayManage } from '../access.ts'
import { certificateErrors } from '../errors.ts'
import { DoubtAnswer } from '../schema.ts'
import { lockDoubt, saveAnswer } from '../store/doubt-rows.ts'

/** `corrected`: the record was wrong and is put right by a new version; `confirmed`: the record stands and may be used in the matter again. */
export const answerDoubt = defineOperation({
  name: 'certificates.answer-doubt',
  summary: 'The issuing unit answers a doubt about one of its certificates',
  kind: 'command',
  http: { method: 'POST', path: '/certificate-doubts/{id}/answer' },
  access: { permission: 'certificates:manage' },
  input: z.object({ id: z.uuid(), answer: DoubtAnswer }),
  output: z.object({ id: z.string(), answer: DoubtAnswer }),
  refusals: [certificateErrors.doubtUnknown, certificateErrors.doubtAnswered],
  examples: [{ summary: 'The record stands', input: { id: '01999999-0000-7000-8000-000000000000', answer: 'confirmed' } }],
  async run(ctx, { id, answer }) {
    const doubt = await lockDoubt(ctx.db, id)
    if (doubt === undefined || !mayManage(ctx.caller, doubt.issuer_unit_id)) throw new Refusal(certificateErrors.doubtUnknown)
    if (doubt.answer !== null) throw new Refusal(certificateErrors.doubtAnswered, { answer: doubt.answer })
    await saveAnswer(ctx.db, id, { answer, answered_by: actorOf(ctx.caller), answered_at: ctx.now })
    return { id, answer }
  },
})
