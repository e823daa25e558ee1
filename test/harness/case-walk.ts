import type { CaseCommand } from '../../src/modules/cases/lifecycle.ts'
import type { CaseRecord } from '../../src/modules/cases/store/cases.ts'
import { certificateFee } from './cases.ts'

const paper = ['m3', 'm4', 'm6'].map((material) => ({ material, by: 'paper', copies: 1 }))
const reason = '经核实，理由如下'

/** What a caller would write into the form of a command; `chance` varies it. */
export function inputOf(command: CaseCommand, record: CaseRecord, chance: number): Readonly<Record<string, unknown>> {
  const step = record.steps.find((one) => one.state === 'open')
  const inputs: Partial<Record<CaseCommand, Readonly<Record<string, unknown>>>> = {
    'request-correction': { defects: [{ material: chance % 2 === 0 ? 'm3' : 'm4', standard: 0 }] },
    correct: { materials: paper },
    'supply-material': { materials: paper },
    'find-not-required': { reason },
    'find-out-of-scope': { competentUnit: '白云区市场监督管理局', competentAddress: '白云区示例路1号', competentPhone: '020-00000000' },
    'refuse-acceptance': { reason, legalBasis: '《行政许可法》第七十八条' },
    review: { opinion: chance % 3 === 0 ? 'disagree' : 'agree', text: reason, officers: chance % 5 === 0 ? [] : ['HD0076', 'HD0077'] },
    transfer: { step: step?.key ?? 'review', personId: 'HD0077', reason },
    return: { step: 'review', reason },
    'ask-countersign': { unitId: 'shengtai-huanjing', question: reason },
    suspend: { cause: (['testing', 'payment', 'expertReview'] as const)[chance % 3], reason },
    resume: { result: reason },
    extend: { by: { value: 1 + (chance % 12), unit: 'WORKING_DAY' }, reason },
    decide: chance % 3 === 0 ? { result: 'refuse', reasons: [reason] } : { result: 'approve', overruling: reason },
    'verify-pledge': { result: chance % 2 === 0 ? 'true' : 'false', findings: reason },
    withdraw: { reason },
    'demand-fee': { name: chance % 4 === 0 ? '加急费' : certificateFee.name, amountMinor: certificateFee.amountMinor },
    'pay-fee': { slipNumber: 'POS-1' },
    'refund-fee': { cause: 'overpaid' },
    revoke: { facts: reason, legalBasis: '《行政许可法》第六十九条' },
  }
  return inputs[command] ?? {}
}

/** Commands whose operation says more than verb and case. */
const named: readonly CaseCommand[] = ['request-correction', 'find-not-required', 'find-out-of-scope', 'refuse-acceptance', 'supply-material', 'withdraw-pledge', 'verify-pledge', 'demand-fee', 'pay-fee', 'refund-fee', 'report-unrectified', 'deem-accepted', 'deem-withdrawn', 'deem-renewed', 'ask-countersign']

/** The operation by which a command is given. */
export function operationOf(command: CaseCommand): string {
  return `cases.${named.includes(command) ? command : `${command}-case`}`
}
