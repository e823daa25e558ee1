import type { OperationName } from '#app'
import { optionsOf, type PublicationTextKey, say } from '../text.ts'

export interface RecordField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly as: 'area' | 'line' | 'select' | 'day' | 'check'
  readonly optional?: true
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

export interface RecordForm {
  readonly operation: Extract<OperationName, `publication.${string}`>
  readonly fields: readonly RecordField[]
  /** Ends the record, or takes it from the public. */
  readonly over?: true
}

const area = (name: string, label: PublicationTextKey, hint?: PublicationTextKey): RecordField => ({ name, label: say(label), as: 'area', ...(hint && { hint: say(hint) }) })
const day = (name: string, label: PublicationTextKey): RecordField => ({ name, label: say(label), as: 'day' })
const basis: RecordField = { name: 'basis', label: say('field.basis'), hint: say('field.basis.hint'), as: 'line' }
const reason = area('reason', 'field.reason')

/** What each step of a record asks for; the names are those of the operations' inputs. */
export const recordForms = {
  submit: { operation: 'publication.submit-record', fields: [] },
  clear: { operation: 'publication.clear-record', fields: [basis, area('remark', 'field.remark'), { name: 'phonesArePublic', label: say('field.phones'), as: 'check' }] },
  return: { operation: 'publication.return-record', fields: [basis, area('remark', 'field.return')] },
  withhold: { operation: 'publication.withhold-record', over: true, fields: [{ name: 'ground', label: say('field.ground'), as: 'select', options: optionsOf('grounds') }, basis, area('remark', 'field.remark')] },
  publish: { operation: 'publication.publish-record', fields: [] },
  discard: { operation: 'publication.discard-record', over: true, fields: [reason] },
  change: { operation: 'publication.change-record', fields: [day('changedOn', 'field.changedOn'), reason] },
  'add-channel': { operation: 'publication.add-channel', fields: [{ name: 'channel', label: say('field.channel'), as: 'select', options: optionsOf('channels') }, { name: 'place', label: say('field.place'), hint: say('field.place.hint'), as: 'line', optional: true }] },
  'report-revocation': { operation: 'publication.report-revocation', over: true, fields: [{ name: 'kind', label: say('field.revocation'), as: 'select', options: optionsOf('revocations') }, day('decidedOn', 'field.decidedOn'), area('reason', 'field.reason', 'field.reason.public')] },
  withdraw: { operation: 'publication.withdraw-record', over: true, fields: [area('reason', 'field.reason', 'field.reason.public')] },
  repeal: { operation: 'publication.repeal-record', over: true, fields: [area('reason', 'field.reason', 'field.reason.public')] },
} as const satisfies Record<string, RecordForm>

export type FormCommand = keyof typeof recordForms
export type FormOperation = (typeof recordForms)[FormCommand]['operation']

export function isFormCommand(name: string | undefined): name is FormCommand {
  return name !== undefined && Object.hasOwn(recordForms, name)
}

export function recordForm(command: FormCommand): RecordForm & { readonly operation: FormOperation } {
  return recordForms[command]
}

/** Steps that are seldom taken stand folded behind the others. */
export const rareCommands: readonly FormCommand[] = ['discard', 'repeal', 'withdraw', 'report-revocation', 'withhold']
