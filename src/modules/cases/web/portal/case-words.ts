import words from '../../locales/zh-CN.json' with { type: 'json' }
import { say } from './text.ts'

type Words = Readonly<Record<string, string>>

const states: Words = words.states
const commands: Words = words.commands
const outcomes: Words = words.outcomes
const sources: Words = words.sources
const evidenceStates: Words = words.evidenceStates

/** Codes of a case in the words of the module's texts; an unknown one is shown as it is. */
export const stateWord = (code: string): string => states[code] ?? code
export const commandWord = (code: string): string => commands[code] ?? code
export const outcomeWord = (code: string): string => outcomes[code] ?? code
export const sourceWord = (code: string): string => sources[code] ?? code
export const evidenceStateWord = (code: string): string => evidenceStates[code] ?? code

const documents: Words = {
  receiptSlip: say('document.receiptSlip'),
  acceptanceVoucher: say('document.acceptanceVoucher'),
  oneTimeNotice: say('document.oneTimeNotice'),
  nonAcceptance: say('document.nonAcceptance'),
  outOfScope: say('document.outOfScope'),
  notRequired: say('document.notRequired'),
  specialProcedureNotice: say('document.specialProcedureNotice'),
  extensionNotice: say('document.extensionNotice'),
  hearingNotice: say('document.hearingNotice'),
  approval: say('document.approval'),
  refusal: say('document.refusal'),
  withdrawal: say('document.withdrawal'),
  revocation: say('document.revocation'),
  deliveryReceipt: say('document.deliveryReceipt'),
  pledge: say('document.pledge'),
  gapCommitment: say('document.gapCommitment'),
}

export const documentWord = (kind: string): string => documents[kind] ?? kind

/** Where the PDF of a document of a case is read. */
export function documentHref(number: string, id: string): string {
  return `/api/v1/cases/${number}/documents/${id}`
}
