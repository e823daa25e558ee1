import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { catalogueErrors, getItemInForce } from '#modules/catalogue/index.ts'
import { caseErrors } from '../errors.ts'
import { DraftLine, draftLineOf, writerOf } from '../own-draft.ts'
import { draftEnd, mayReplace } from '../rules/drafts.ts'
import { DRAFT_STEPS, DraftContent } from '../schema.ts'
import { caseSettings } from '../settings.ts'
import { findDraft, writeDraft } from '../store/drafts.ts'
import { today } from './case-command.ts'
import { foodLicenceApplication } from './submit-case-example.ts'

/** Keeps an application that is being filled in for ninety days, so that it can be gone on with on another device. */
export const saveDraft = defineOperation({
  name: 'cases.save-draft',
  summary: 'Saves an application that is being filled in; only its writer sees it, for ninety days after the last saving',
  kind: 'command',
  http: { method: 'POST', path: '/case-drafts' },
  access: { permission: 'cases:draft' },
  rate: { perMinute: 120 },
  input: z.strictObject({
    /** Chosen by the writer's page; saving again under it replaces the draft. */
    id: z.uuid(),
    implementCode: z.string().length(31),
    step: z.enum(DRAFT_STEPS),
    /** The version that the writer saw; left out for a draft that was never saved. */
    expectedVersion: z.int().min(1).optional(),
    /** Names the run of pages or the program that saves, so that it knows its own saving again. */
    from: z.string().max(60).default(''),
    content: DraftContent,
  }),
  output: DraftLine,
  refusals: [caseErrors.draftUnknown, contractRefusals.versionConflict, catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce],
  examples: [
    {
      summary: 'After the first step',
      input: { id: '01999999-0000-7000-8000-00000000d4af', implementCode: foodLicenceApplication.implementCode, step: 'form', content: { answers: { handling: ['new'] } } },
    },
  ],
  async run(ctx, { id, implementCode, step, expectedVersion, from, content }) {
    const personId = writerOf(ctx)
    const { item } = await getItemInForce(ctx.db, implementCode, today(ctx))
    const stored = await findDraft(ctx.db, id, { now: ctx.now, forUpdate: true })
    if (stored !== undefined && (stored.personId !== personId || stored.caseNumber !== null)) throw new Refusal(caseErrors.draftUnknown)
    if (!mayReplace(expectedVersion, stored?.version)) throw new Refusal(contractRefusals.versionConflict, { version: stored?.version ?? 0 })
    const sealed = await ctx.services.vault.seal(ctx.db, personId, content)
    const draft = { id, personId, implementCode, itemName: item.name, step, version: (stored?.version ?? 0) + 1, savedFrom: from, savedAt: ctx.now, expiresAt: draftEnd(ctx.now, settingsAt(ctx, caseSettings).draftKept), sealed }
    if (!(await writeDraft(ctx.db, draft))) throw new Refusal(contractRefusals.versionConflict)
    return draftLineOf({ ...draft, caseNumber: null })
  },
})
