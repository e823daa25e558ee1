import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { checkCreditCode, type CreditCode } from './credit-code.ts'
import { refusals } from './errors.ts'
import type { Brand } from './new-id.ts'

/** 实施编码: 31 characters that name one service item at one implementing body. */
export type ImplementCode = Brand<string, 'ImplementCode'>

/** 业务办理项编码: the implement code and two digits. */
export type HandlingItemCode = Brand<string, 'HandlingItemCode'>

/** The three segments of an implement code. `level` is 行使层级: 1 national … 6 village. */
export interface ImplementCodeParts {
  readonly creditCode: string
  readonly level: number
  readonly basicCode: string
}

/** Joins the segments to an implement code (I-01); refuses a bad credit code, a level outside 1..6, a basic code that is not 12 digits. */
export function implementCode({ creditCode, level, basicCode }: ImplementCodeParts): Verdict<ImplementCode> {
  const body = checkCreditCode(creditCode)
  if (!body.ok) return body
  if (!Number.isInteger(level) || level < 1 || level > 6) return refuse(refusals.implementCodeLevel)
  if (!/^\d{12}$/.test(basicCode)) return refuse(refusals.implementCodeBasicCode)
  return fineWith(`${body.value}${level}${basicCode}` as ImplementCode)
}

/** Takes a 31-character implement code apart, checking every segment (I-01, GB/T 39554.1). */
export function parseImplementCode(text: string): Verdict<ImplementCodeParts & { readonly creditCode: CreditCode; readonly code: ImplementCode }> {
  if (text.length !== 31) return refuse(refusals.implementCodeLength)
  const parts = { creditCode: text.slice(0, 18), level: /^[1-6]$/.test(text.charAt(18)) ? Number(text.charAt(18)) : 0, basicCode: text.slice(19) }
  const code = implementCode(parts)
  if (!code.ok) return code
  return fineWith({ ...parts, creditCode: code.value.slice(0, 18) as CreditCode, code: code.value })
}

/** The code of the n-th handling item of an item (I-03); n is 0..99. */
export function handlingItemCode(item: ImplementCode, sequence: number): Verdict<HandlingItemCode> {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 99) return refuse(refusals.handlingItemCodeSequence)
  return fineWith(`${item}${String(sequence).padStart(2, '0')}` as HandlingItemCode)
}

/** Takes a 33-character handling item code apart (I-03). */
export function parseHandlingItemCode(text: string): Verdict<{ readonly implementCode: ImplementCode; readonly sequence: number; readonly code: HandlingItemCode }> {
  if (text.length !== 33) return refuse(refusals.handlingItemCodeLength)
  const item = parseImplementCode(text.slice(0, 31))
  if (!item.ok) return item
  if (!/^\d\d$/.test(text.slice(31))) return refuse(refusals.handlingItemCodeSequence)
  const sequence = Number(text.slice(31))
  const code = handlingItemCode(item.value.code, sequence)
  return code.ok ? fineWith({ implementCode: item.value.code, sequence, code: code.value }) : code
}
