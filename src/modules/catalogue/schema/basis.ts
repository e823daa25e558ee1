import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'
import { Mark } from './mark.ts'

/** Ranks of norms. 行政许可法 art. 14–17 lets only the first five set a permit, a provincial rule for one year at most. */
export const NormKind = z.enum(['law', 'administrativeRegulation', 'stateCouncilDecision', 'localRegulation', 'provincialRule', 'departmentRule', 'normativeDocument'])
export type NormKind = z.infer<typeof NormKind>

/** 设定依据 and 实施依据: `SETTING` creates the item, `DETAIL` only says how it is carried out. */
export const LegalBasis = z.strictObject({
  law: z.string().min(1).max(200),
  article: z.string().max(40).nullable(),
  kind: NormKind,
  role: z.enum(['SETTING', 'DETAIL']),
  says: z.string().max(1000),
  version: Day.nullable(),
  /** The day a provincial rule took effect: as a basis of a permit it lapses after one year. */
  inForceFrom: Day.nullable(),
  mark: Mark,
})
export type LegalBasis = z.infer<typeof LegalBasis>

/** A short sentence of the record with its own mark and references. */
export const MarkedText = z.strictObject({ text: z.string().min(1).max(1000), references: z.array(z.string()).readonly(), mark: Mark })
export type MarkedText = z.infer<typeof MarkedText>
