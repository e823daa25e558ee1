import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { refusals } from './errors.ts'
import { parseHandlingItemCode, parseImplementCode, type HandlingItemCode, type ImplementCode } from './item-codes.ts'
import type { Brand } from './new-id.ts'
import { isRealDay } from './real-day.ts'

/** 办件编号: 43 characters, or 45 if the item is divided into handling items. */
export type CaseNumber = Brand<string, 'CaseNumber'>

/** What a case number is made of. `appliedOn` is an ISO day; `sequence` starts again at 1 each day for each item. */
export interface CaseNumberParts {
  readonly itemCode: ImplementCode | HandlingItemCode
  readonly appliedOn: string
  readonly sequence: number
}

const datedTail = 12

/** Builds a case number (I-04). The sequence has four digits: the 10,000th application of a day is refused rather than given a number of another shape. */
export function caseNumber({ itemCode, appliedOn, sequence }: CaseNumberParts): Verdict<CaseNumber> {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(appliedOn)?.slice(1).join('') ?? ''
  if (!isRealDay(day)) return refuse(refusals.caseNumberDate)
  if (!Number.isInteger(sequence) || sequence < 1) return refuse(refusals.caseNumberSequence)
  if (sequence > 9999) return refuse(refusals.caseNumberSequenceUsedUp, { itemCode, appliedOn })
  return fineWith(`${itemCode}${day}${String(sequence).padStart(4, '0')}` as CaseNumber)
}

/** Takes a case number apart, checking the item code in front, the day and the sequence (I-04). */
export function parseCaseNumber(text: string): Verdict<CaseNumberParts & { readonly number: CaseNumber }> {
  if (text.length !== 43 && text.length !== 45) return refuse(refusals.caseNumberLength)
  const item = text.length === 43 ? parseImplementCode(text.slice(0, -datedTail)) : parseHandlingItemCode(text.slice(0, -datedTail))
  if (!item.ok) return item
  const sequence = text.slice(-4)
  if (!/^\d{4}$/.test(sequence)) return refuse(refusals.caseNumberSequence)
  const appliedOn = text.slice(-datedTail, -4).replace(/^(.{4})(..)(..)$/, '$1-$2-$3')
  const parts = { itemCode: item.value.code, appliedOn, sequence: Number(sequence) }
  const number = caseNumber(parts)
  return number.ok ? fineWith({ ...parts, number: number.value }) : number
}
