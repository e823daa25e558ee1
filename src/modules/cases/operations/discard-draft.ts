import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { caseErrors } from '../errors.ts'
import { getOwnDraft } from '../own-draft.ts'
import { deleteDraft } from '../store/drafts.ts'

/** The writer throws a draft away: nothing of it stays (个人信息保护法 art. 47). */
export const discardDraft = defineOperation({
  name: 'cases.discard-draft',
  summary: 'Deletes a draft of the person signed in',
  kind: 'command',
  http: { method: 'DELETE', path: '/case-drafts/{id}' },
  access: { permission: 'cases:draft' },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ discarded: z.literal(true) }),
  refusals: [caseErrors.draftUnknown],
  examples: [{ summary: 'One draft', input: { id: '01999999-0000-7000-8000-00000000d4af' } }],
  async run(ctx, { id }) {
    await getOwnDraft(ctx, id, true)
    await deleteDraft(ctx.db, id)
    return { discarded: true as const }
  },
})
