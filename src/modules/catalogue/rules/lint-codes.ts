import { checkCreditCode } from '#kernel/ids/credit-code.ts'
import { errorAt, findingsWhere, warnAt } from './finding.ts'
import type { Finding, LintRule } from './finding.ts'

const CASE_NUMBER_MAX = 50
/** yyyyMMdd and a four-digit sequence. */
const CASE_NUMBER_TAIL = 12

/** I-01: 12-digit basic code; 31-digit implement code = credit code 18 + exercise level + basic code. */
export const codesFitTogether: LintRule = ({ basicCode, implementCode, exerciseLevel, implementingBody }) => {
  if (!/^\d{12}$/.test(basicCode)) return [errorAt('I-01', '/basicCode', 'basic-code-shape', { code: basicCode })]
  if (implementCode.length !== 31) return [errorAt('I-01', '/implementCode', 'implement-code-length', { length: implementCode.length })]
  const body = implementCode.slice(0, 18)
  return findingsWhere(
    [!checkCreditCode(body).ok || body !== body.toUpperCase(), errorAt('I-01', '/implementCode', 'credit-code-check', { code: body })],
    [body !== implementingBody.creditCode, errorAt('I-01', '/implementingBody/creditCode', 'body-differs', { code: body })],
    [
      !/^[1-6]$/.test(implementCode.charAt(18)) || implementCode.charAt(18) !== exerciseLevel,
      errorAt('I-01', '/exerciseLevel', 'level-differs', { level: exerciseLevel }),
    ],
    [implementCode.slice(19) !== basicCode, errorAt('I-01', '/implementCode', 'basic-code-differs', { code: basicCode })],
  )
}

/** I-02: digits 3–4 of the basic code are the item type. Provinces with sub-types of their own differ, so this only warns. */
export const typeInBasicCode: LintRule = ({ basicCode, itemType }) =>
  findingsWhere([basicCode.slice(2, 4) !== itemType, warnAt('I-02', '/basicCode', 'type-not-in-code', { code: basicCode, type: itemType })])

/** I-03: a handling item's code is the implement code and two digits, once within the item. */
export const handlingCodes: LintRule = ({ handlingItems, implementCode }) => {
  const seen = new Set<string>()
  return handlingItems.flatMap(({ code }, at): Finding[] => {
    const pointer = `/handlingItems/${at}/code`
    if (!code.startsWith(implementCode) || !/^\d{2}$/.test(code.slice(implementCode.length))) return [errorAt('I-03', pointer, 'handling-code-shape', { code })]
    if (seen.has(code)) return [errorAt('I-03', pointer, 'handling-code-twice', { code })]
    seen.add(code)
    return []
  })
}

/** I-04: every code that case numbers start with leaves room for the day and the sequence within 50 characters, and is plain. */
export const caseNumbersFit: LintRule = ({ handlingItems, implementCode }) =>
  [implementCode, ...handlingItems.map((item) => item.code)].flatMap((code, at) =>
    findingsWhere([
      code.length + CASE_NUMBER_TAIL > CASE_NUMBER_MAX || !/^[0-9A-Z]+$/.test(code),
      errorAt('I-04', at === 0 ? '/implementCode' : `/handlingItems/${at - 1}/code`, 'case-number-too-long', { code, max: CASE_NUMBER_MAX }),
    ]),
  )
