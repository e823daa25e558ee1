import type { OperationName } from '#app'
import { COMPLAINT_RESULTS, DECLINE_GROUNDS, FINDING_GRADES } from '../schema.ts'
import { optionsOf, say, type SupervisionTextKey, type WordList } from './text.ts'

export interface FormField {
  readonly name: string
  readonly label: string
  readonly as: 'area' | 'line' | 'radios' | 'select'
  readonly hint?: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly optional?: true
}

/** One step that may be taken, as a form: the names of its fields are those of the input of the operation. */
export interface CommandForm {
  readonly operation: OperationName
  readonly fields: readonly FormField[]
  readonly over?: true
}

export type CommandForms = Readonly<Record<string, CommandForm>>

const area = (name: string, key: SupervisionTextKey): FormField => ({ name, label: say(key), as: 'area', hint: say('field.hint') })
const radios = (name: string, key: SupervisionTextKey, list: WordList, codes: readonly string[]): FormField => ({ name, label: say(key), as: 'radios', options: optionsOf(list, codes) })
const yesNo = (name: string, key: SupervisionTextKey, yes: SupervisionTextKey, no: SupervisionTextKey): FormField => ({ name, label: say(key), as: 'radios', options: [{ value: 'true', label: say(yes) }, { value: 'false', label: say(no) }] })
export const gradeField = radios('grade', 'field.grade', 'grades', FINDING_GRADES)
export const violationField: FormField = { name: 'violation', label: say('field.violation'), as: 'select', options: optionsOf('violations') }

export const findingForms: CommandForms = {
  explain: { operation: 'supervision.explain-finding', fields: [area('text', 'field.explanation')] },
  close: { operation: 'supervision.close-finding', fields: [area('conclusion', 'field.conclusion')] },
  appeal: { operation: 'supervision.appeal-finding', fields: [area('reason', 'field.reason')] },
  'decide-appeal': { operation: 'supervision.decide-finding-appeal', fields: [yesNo('upheld', 'field.upheld', 'field.upheld.yes', 'field.upheld.no'), area('reasoning', 'field.reasoning')] },
}

export const measureForms: CommandForms = {
  answer: { operation: 'supervision.answer-measure', fields: [area('text', 'field.measures')] },
  'hold-talk': { operation: 'supervision.hold-talk', fields: [{ name: 'heldBy', label: say('field.heldBy'), as: 'line', hint: say('field.staff.hint') }, area('record', 'field.record')] },
  settle: { operation: 'supervision.settle-measure', fields: [yesNo('enough', 'field.enough', 'field.enough.yes', 'field.enough.no'), area('remark', 'field.remark')] },
}

const result = radios('result', 'field.result', 'complaintResults', COMPLAINT_RESULTS)
const ifFounded: readonly FormField[] = [{ ...gradeField, as: 'select', label: say('field.grade.founded') }, { ...violationField, label: say('field.violation.founded') }]

export const complaintForms: CommandForms = {
  accept: { operation: 'supervision.accept-complaint', fields: [] },
  decline: { operation: 'supervision.decline-complaint', over: true, fields: [radios('ground', 'field.ground', 'declineGrounds', DECLINE_GROUNDS), area('reason', 'field.reason.told')] },
  answer: { operation: 'supervision.answer-complaint', fields: [result, area('answer', 'field.answer'), ...ifFounded] },
  conclude: { operation: 'supervision.conclude-complaint', fields: [result, area('conclusion', 'field.answer'), ...ifFounded] },
}
