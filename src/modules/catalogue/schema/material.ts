import { z } from 'zod'
import { TimeLimit } from '#kernel/time/limits.ts'
import { Mark } from './mark.ts'
import { Condition, Key } from './scenario.ts'

/** A yes/no question that the clerk can answer from the paper alone, and what the one-time notice says if the answer is no. */
export const AcceptanceStandard = z.strictObject({ question: z.string().regex(/？$/).max(200), otherwise: z.string().min(1).max(300) })
export type AcceptanceStandard = z.infer<typeof AcceptanceStandard>

/** 免提交: where the office gets the material itself, so that the applicant is not asked for it. */
export const Exemption = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('SHARED_RESOURCE'), resource: Key }),
  z.strictObject({ by: z.literal('CERTIFICATE_TYPE'), certificateType: Key }),
  z.strictObject({ by: z.literal('ONLINE_FORM') }),
])
export type Exemption = z.infer<typeof Exemption>

/** 申请材料: national table `up_task_general_material`, with the scenario condition of `dn_audit_material_condition`. */
export const RequiredMaterial = z.strictObject({
  key: Key,
  name: z.string().min(1).max(200),
  /** 必要 / 非必要. An exempt material is OPTIONAL for the applicant: the office needs it, he does not hand it in. */
  necessity: z.enum(['REQUIRED', 'OPTIONAL']),
  kind: z.enum(['FORM', 'CERTIFICATE', 'REPORT', 'COMMITMENT', 'OTHER']),
  copies: z.enum(['ORIGINAL', 'COPY', 'ORIGINAL_AND_COPY']),
  materialFormat: z.enum(['PAPER', 'ELECTRONIC', 'BOTH']),
  sourceChannel: z.enum(['APPLICANT', 'GOVERNMENT', 'INTERMEDIARY', 'OTHER']),
  sourceNote: z.string().max(300).nullable(),
  paperCopies: z.int().min(0).max(20),
  paperSize: z.string().max(40).nullable(),
  blankForm: Key.nullable(),
  filledExample: Key.nullable(),
  fillingHint: z.string().max(500).nullable(),
  acceptanceStandards: z.array(AcceptanceStandard).min(1).max(8).readonly(),
  basis: z.string().min(1).max(200),
  exempt: Exemption.nullable(),
  /** 容缺: the application is accepted without it and it follows within `supplyWithin`. */
  gapTolerant: z.boolean(),
  supplyWithin: TimeLimit.nullable(),
  /** 告知承诺: a signed commitment may stand in its place. */
  pledgeable: z.boolean(),
  /** 证明材料: a paper in which a third party certifies a fact (行政许可法 has its list: I-17). */
  proof: z.boolean(),
  when: Condition,
  mark: Mark,
})
export type RequiredMaterial = z.infer<typeof RequiredMaterial>
