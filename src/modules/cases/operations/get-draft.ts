import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { caseErrors } from '../errors.ts'
import { DraftLine, draftLineOf, getOwnDraft } from '../own-draft.ts'
import { DraftContent } from '../schema.ts'

/** A draft with its content, for its writer alone. */
export const getDraft = defineOperation({
  name: 'cases.get-draft',
  summary: 'Gives the writer of a draft what was filled in so far',
  kind: 'query',
  http: { method: 'GET', path: '/case-drafts/{id}' },
  access: { permission: 'cases:draft' },
  input: z.strictObject({ id: z.uuid() }),
  output: DraftLine.extend({ content: DraftContent }),
  refusals: [caseErrors.draftUnknown],
  examples: [{ summary: 'One draft', input: { id: '01999999-0000-7000-8000-00000000d4af' } }],
  async run(ctx, { id }) {
    const draft = await getOwnDraft(ctx, id)
    const content = await ctx.services.vault.open<z.input<typeof DraftContent>>(ctx.db, draft.personId, draft.sealed)
    if (content === undefined) throw new Refusal(caseErrors.draftUnknown)
    return { ...draftLineOf(draft), content }
  },
})
