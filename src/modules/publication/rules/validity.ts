import type { Day } from '#kernel/time/day.ts'
import type { RecordEnd, Validity } from '../schema.ts'

/** 有效性 of a published record on a day: how it ended, or what its own days say. */
export function validityOn(day: Day, record: { readonly endedAs: RecordEnd | null; readonly effectiveOn: Day | null; readonly validUntil: Day | null }): Validity {
  if (record.endedAs !== null) return record.endedAs
  if (record.validUntil !== null && day > record.validUntil) return 'expired'
  return record.effectiveOn !== null && day < record.effectiveOn ? 'notYet' : 'valid'
}

/** 索引号 as S000 prints it: the organisation code, the year, a number in it: 014110253/2015-00006. Digits 9 to 17 of a unified credit code are the organisation code. */
export function indexPrefix(creditCode: string, day: Day): string {
  return `${creditCode.slice(8, 17)}/${day.slice(0, 4)}-`
}
