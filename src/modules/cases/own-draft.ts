import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { caseErrors } from './errors.ts'
import { DRAFT_STEPS } from './schema.ts'
import { type DraftRow, findDraft, type SealedDraft } from './store/drafts.ts'

/** A draft in a list: what it is for and where to go on, nothing of its content. */
export const DraftLine = z.object({
  id: z.uuid(),
  implementCode: z.string(),
  itemName: z.string(),
  step: z.enum(DRAFT_STEPS),
  version: z.int(),
  /** As the saving named it. */
  savedFrom: z.string(),
  savedAt: z.string(),
  expiresAt: z.string(),
  /** Set once it was filed. */
  caseNumber: z.string().nullable(),
})

export function draftLineOf({ id, implementCode, itemName, step, version, savedFrom, savedAt, expiresAt, caseNumber }: DraftRow): z.input<typeof DraftLine> {
  return { id, implementCode, itemName, step, version, savedFrom, savedAt: instantText(savedAt), expiresAt: instantText(expiresAt), caseNumber }
}

/** The person who asks: drafts belong to persons alone. */
export function writerOf({ caller }: Pick<Ctx, 'caller'>): string {
  if (caller.kind !== 'person') throw new Refusal(caseErrors.draftUnknown)
  return caller.id
}

/** The caller's own draft; somebody else's is as unknown as one that expired. */
export async function getOwnDraft(ctx: Ctx, id: string, forUpdate = false): Promise<SealedDraft> {
  const draft = await findDraft(ctx.db, id, { now: ctx.now, forUpdate })
  if (draft === undefined || draft.personId !== writerOf(ctx)) throw new Refusal(caseErrors.draftUnknown)
  return draft
}
