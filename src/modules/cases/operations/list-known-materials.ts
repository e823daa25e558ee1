import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { dayOf } from '#kernel/time/day.ts'
import { catalogueErrors, getItemInForce } from '#modules/catalogue/index.ts'
import { listUsable } from '#modules/certificates/index.ts'
import { checkAuthority, subjectErrors } from '#modules/subjects/index.ts'
import { checklistBeforeFiling } from '../checklist-before-filing.ts'
import { caseErrors } from '../errors.ts'
import { writerOf } from '../own-draft.ts'
import { placeIndexOf } from '../place-index.ts'
import { certificateTypeOf } from '../rules/checklist.ts'
import { Answers, FormValues } from '../schema.ts'

const Certificate = z.object({ identifier: z.string(), typeName: z.string(), issuer: z.string(), validTo: z.string().nullable() })

/** What filing would exempt because of what the office knows of the applicant, told while he applies, so that he is not asked for it (C-30), and his certificates that serve in its place, newest first (D-08). */
export const listKnownMaterials = defineOperation({
  name: 'cases.list-known-materials',
  summary: 'The materials of an application that the office already has from the applicant',
  kind: 'query',
  access: { permission: 'cases:draft' },
  input: z.strictObject({
    implementCode: z.string().length(31),
    applicantId: z.uuid().optional(),
    answers: Answers,
    form: FormValues,
    /** Keys of the materials that he hands in or promises himself. */
    given: z.array(z.string().max(60)).max(100),
  }),
  output: z.object({ items: z.array(z.object({ material: z.string(), reason: z.enum(['VERIFIED_BEFORE', 'CERTIFICATE_HELD']), certificates: z.array(Certificate) })) }),
  refusals: [caseErrors.draftUnknown, catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce, ...Object.values(subjectErrors)],
  async run(ctx, { implementCode, applicantId = writerOf(ctx), answers, form, given }) {
    const day = dayOf(ctx.now)
    const { item } = await getItemInForce(ctx.db, implementCode, day)
    must(await checkAuthority(ctx, { applicantId, itemKey: item.itemKey, themes: item.themes, day }))
    const { lines } = await checklistBeforeFiling(ctx, item, { applicantId, answers, placeIndex: placeIndexOf(ctx, form), given })
    const held = lines.filter(({ reason }) => reason === 'CERTIFICATE_HELD')
    const typeKeys = held.flatMap(({ material }) => certificateTypeOf(material) ?? [])
    const usable = typeKeys.length === 0 ? [] : await listUsable(ctx.db, { holderId: applicantId, typeKeys, day })
    return {
      items: lines.flatMap(({ material, reason }) =>
        reason !== 'VERIFIED_BEFORE' && reason !== 'CERTIFICATE_HELD'
          ? []
          : [{ material: material.key, reason, certificates: usable.filter(({ typeKey }) => typeKey === certificateTypeOf(material)).map(({ identifier, typeName, issuerName, validTo }) => ({ identifier, typeName, issuer: issuerName, validTo })) }],
      ),
    }
  },
})
