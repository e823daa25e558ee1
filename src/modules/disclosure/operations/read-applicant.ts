import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { recordUnmasking } from '#kernel/session/record-unmasking.ts'
import { disclosureErrors } from '../errors.ts'
import { getRequestFor, isInstitution } from '../request-view.ts'
import { type ApplicantFacts, RequestNumber } from '../schema.ts'

/** Name, number and contact for who has to confirm receipt or send the answer; every reading is recorded (个人信息保护法 art. 51). */
export const readApplicant = defineOperation({
  name: 'disclosure.read-applicant',
  summary: 'Reads name, number and contact of the applicant for a stated purpose; the reading is recorded',
  kind: 'command',
  http: { method: 'POST', path: '/disclosure/requests/{number}/applicant' },
  access: { permission: 'disclosure:read-applicant' },
  input: z.object({ number: RequestNumber, purpose: z.enum(['contact', 'delivery', 'review']) }),
  output: z.object({ name: z.string().nullable(), idNumber: z.string().nullable(), phone: z.string().nullable(), address: z.string().nullable(), email: z.string().nullable() }),
  refusals: [disclosureErrors.requestUnknown],
  examples: [{ summary: 'To send the answer', input: { number: 'SQ2026090700001', purpose: 'delivery' } }],
  async run(ctx, { number, purpose }) {
    const { request, reach } = await getRequestFor(ctx, number, false)
    if (!isInstitution(reach)) throw new Refusal(disclosureErrors.requestUnknown)
    await recordUnmasking(ctx, { subjectId: request.applicantId, matterId: request.matter.id, purpose })
    const facts = await ctx.services.vault.open<ApplicantFacts>(ctx.db, request.applicantId, request.sealedFacts)
    return { name: facts?.name ?? null, idNumber: facts?.idNumber ?? null, phone: facts?.phone ?? null, address: facts?.address ?? null, email: facts?.email ?? null }
  },
})
