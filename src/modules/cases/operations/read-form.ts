import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { recordUnmasking } from '#kernel/session/record-unmasking.ts'
import { seeCase } from '../ended-agency.ts'
import { caseErrors } from '../errors.ts'
import { CaseNumber } from '../schema.ts'

/** Why a member of staff needs to see the form unmasked; the applicant sees who looked and why. */
export const FORM_PURPOSES = ['check', 'contact', 'issue'] as const

/** The application form without masks, for a stated purpose; every reading is written down and shown to the subject. */
export const readForm = defineOperation({
  name: 'cases.read-form',
  summary: 'Reads the application form of a case unmasked, for a purpose that is recorded',
  kind: 'command',
  http: { method: 'POST', path: '/cases/{number}/form' },
  access: { permission: 'cases:read-form' },
  input: z.strictObject({ number: CaseNumber, purpose: z.enum(FORM_PURPOSES) }),
  output: z.object({ form: z.record(z.string(), z.unknown()) }),
  refusals: [caseErrors.unknown],
  examples: [{ summary: 'To check the identity number', input: { number: '11440114MB2C0000194440123020000202609070001', purpose: 'check' } }],
  async run(ctx, { number, purpose }) {
    const { matter, detail } = await seeCase(ctx, number, false)
    await recordUnmasking(ctx, { subjectId: detail.applicant_id, matterId: matter.id, purpose })
    return { form: (await ctx.services.vault.open<Record<string, unknown>>(ctx.db, detail.applicant_id, detail.sealed_form)) ?? {} }
  },
})
