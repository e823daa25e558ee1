import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { closeSessionsOf } from '#kernel/session/sessions.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { subjectErrors } from '../errors.ts'
import { hasOpenMatters } from '../store/matters.ts'
import { eraseSubject, listRepresented, lockSubject } from '../store/subjects.ts'

export const forgetSubject = defineOperation({
  name: 'subjects.forget-subject',
  summary: 'Erases the personal data of a subject without open matters by destroying its key (个人信息保护法 art. 47); the ledger stays whole',
  kind: 'command',
  http: { method: 'POST', path: '/subjects/{id}/forget' },
  access: { permission: 'subjects:forget' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), forgottenAt: z.string() }),
  refusals: [subjectErrors.unknown, subjectErrors.forgotten, subjectErrors.hasOpenMatters, subjectErrors.representsOrganisation],
  examples: [{ summary: 'One subject', input: { id: '01999999-0000-7000-8000-000000000000' } }],
  async run(ctx, { id }) {
    const subject = await lockSubject(ctx.db, id)
    if (subject.forgotten) throw new Refusal(subjectErrors.forgotten)
    if (await hasOpenMatters(ctx.db, id)) throw new Refusal(subjectErrors.hasOpenMatters)
    if ((await listRepresented(ctx.db, id)).length > 0) throw new Refusal(subjectErrors.representsOrganisation)
    await eraseSubject(ctx.db, id, ctx.now)
    await ctx.services.vault.destroyKey(ctx.db, id, ctx.now)
    await closeSessionsOf(ctx.db, `person:${id}`, ctx.now)
    return { id, forgottenAt: instantText(ctx.now) }
  },
})
