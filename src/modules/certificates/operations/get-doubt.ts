import { z } from 'zod'
import { rolesOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordUnmasking } from '#kernel/session/record-unmasking.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { mayManage } from '../access.ts'
import { certificateErrors } from '../errors.ts'
import { DoubtAnswer } from '../schema.ts'
import { findDoubt } from '../store/doubt-rows.ts'

/** One ticket with what the applicant's document says; the holder sees who read it. */
export const getDoubt = defineOperation({
  name: 'certificates.get-doubt',
  summary: 'A doubt about a certificate, with what the applicant\'s document says; the reading is recorded',
  kind: 'query',
  http: { method: 'GET', path: '/certificate-doubts/{id}' },
  access: { permission: 'certificates:read-doubts' },
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.string(),
    identifier: z.string(),
    matterId: z.string(),
    field: z.string(),
    /** Null if the holder was forgotten, and for supervisors, who read that there is a doubt but not what the document says. */
    statement: z.string().nullable(),
    raisedAt: z.string(),
    answer: DoubtAnswer.nullable(),
  }),
  refusals: [certificateErrors.doubtUnknown],
  examples: [{ summary: 'One ticket', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const doubt = await findDoubt(ctx.db, id)
    const manages = doubt !== undefined && mayManage(ctx.caller, doubt.issuer_unit_id)
    if (doubt === undefined || !(manages || rolesOf(ctx.caller).has('supervisor'))) throw new Refusal(certificateErrors.doubtUnknown)
    const statement = manages ? await ctx.services.vault.open<string>(ctx.db, doubt.holder_id, doubt.sealed_statement) : undefined
    if (manages) await recordUnmasking(ctx, { subjectId: doubt.holder_id, matterId: doubt.matter_id, purpose: 'certificate-doubt', detail: { doubtId: id } })
    return {
      id,
      identifier: doubt.identifier,
      matterId: doubt.matter_id,
      field: doubt.field_label,
      statement: statement ?? null,
      raisedAt: instantText(doubt.raised_at),
      answer: DoubtAnswer.nullable().parse(doubt.answer),
    }
  },
})
