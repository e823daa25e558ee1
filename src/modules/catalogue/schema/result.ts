import { z } from 'zod'
import { TimeLimit } from '#kernel/time/limits.ts'
import { Mark } from './mark.ts'
import { Key } from './scenario.ts'

export const ValidityKind = z.enum(['FIXED', 'PERMANENT', 'AS_STATED', 'NONE'])

/** How long a result holds: a fixed term, for ever, as the paper itself states, or not meaningful. */
export const Validity = z
  .strictObject({ kind: ValidityKind, limit: TimeLimit.nullable(), text: z.string().max(200), mark: Mark })
  .refine((validity) => (validity.kind === 'FIXED') === (validity.limit !== null), 'a fixed validity and only a fixed validity has a limit')
export type Validity = z.infer<typeof Validity>

/** 审批结果, with the sample as the fields that the paper shows. */
export const DecisionResult = z.strictObject({
  kind: z.enum(['CERTIFICATE', 'DOCUMENT', 'OTHER', 'NONE']),
  name: z.string().max(200).nullable(),
  /** 出证办结, 出文办结, 审批办结 or 办结: follows from the name of the result. */
  closingKind: z.enum(['CERTIFICATE_ISSUED', 'DOCUMENT_ISSUED', 'APPROVAL_ISSUED', 'CLOSED']),
  sample: z
    .strictObject({
      fields: z
        .array(
          z.strictObject({
            label: z.string().min(1),
            example: z.string(),
            /** Labels of the form's fields, or questions, whose answers the paper shows here; without it, the field of the same name. */
            from: z.array(z.string().min(1).max(200)).readonly().optional(),
          }),
        )
        .min(1)
        .readonly(),
    })
    .nullable(),
  certificateType: Key.nullable(),
  validity: Validity,
  renewal: z.string().max(300).nullable(),
  delivery: z
    .array(z.enum(['ELECTRONIC', 'POST', 'WINDOW', 'TERMINAL']))
    .min(1)
    .readonly(),
})
export type DecisionResult = z.infer<typeof DecisionResult>

/** 收费项目: national table `up_task_general_fee_project`. The amount is null when a tariff and not the item decides it. */
export const Fee = z.strictObject({
  name: z.string().min(1).max(200),
  standard: z.string().min(1).max(500),
  amountMinor: z.int().min(0).nullable(),
  basis: z.string().min(1).max(300),
  reducible: z.boolean(),
  reductionNote: z.string().max(300).nullable(),
  mark: Mark,
})
export type Fee = z.infer<typeof Fee>
