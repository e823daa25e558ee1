import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'
import { ItemState, ItemType } from './item-version.ts'
import { Mark } from './mark.ts'
import { Validity } from './result.ts'
import { Key } from './scenario.ts'

/** 基本目录: what the State or the province recognises as an item; national table `up_task_directory`. */
export const BasicCatalogueEntry = z.strictObject({
  basicCode: z.string().regex(/^\d{12}$/),
  name: z.string().min(1).max(1000),
  itemType: ItemType,
  exerciseLevels: z
    .array(z.enum(['1', '2', '3', '4', '5', '6']))
    .min(1)
    .readonly(),
  basis: z.string().min(1),
  state: ItemState,
  effectiveFrom: Day,
  effectiveTo: Day.nullable(),
  mark: Mark,
})
export type BasicCatalogueEntry = z.infer<typeof BasicCatalogueEntry>

export const Department = z.strictObject({
  key: Key,
  name: z.string().min(1),
  shortName: z.string().min(1),
  creditCode: z.string(),
  phones: z.strictObject({ consult: z.string(), complaint: z.string() }),
})
export type Department = z.infer<typeof Department>

/** A kind of certificate that items produce or that the office fetches from others. */
export const CertificateType = z.strictObject({
  key: Key,
  name: z.string().min(1),
  holderKind: z.enum(['PERSON', 'ORGANISATION', 'PROJECT', 'PROPERTY']),
  issuedBy: z.array(Key).readonly(),
  validity: Validity,
  fields: z.array(z.string().min(1)).min(1).readonly(),
  electronic: z.boolean(),
  mark: Mark,
})
export type CertificateType = z.infer<typeof CertificateType>

/** 行政许可事项清单: outside it no permit may be run (优化营商环境条例 art. 40). */
export const PermitListEntry = z.strictObject({ basicCode: z.string().regex(/^\d{12}$/), name: z.string().min(1), department: Key })
export type PermitListEntry = z.infer<typeof PermitListEntry>

/** 证明事项清单: the only proofs that may be asked for (优化营商环境条例 art. 44). */
export const ProofItem = z.strictObject({ name: z.string().min(1), basis: z.string().min(1), issuer: z.string().min(1), usedBy: z.array(Key).readonly(), mark: Mark })
export type ProofItem = z.infer<typeof ProofItem>

/** A source of facts that the office may read instead of asking for paper, and the material names that it makes unnecessary. */
export const SharedResource = z.strictObject({
  key: Key,
  name: z.string().min(1),
  provider: z.string().min(1),
  certificateType: Key.nullable(),
  replaces: z.array(z.string().min(1)).readonly(),
  mark: Mark,
})
export type SharedResource = z.infer<typeof SharedResource>
