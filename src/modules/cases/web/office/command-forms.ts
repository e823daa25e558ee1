import type { OperationName } from '#app'
import type { Choice } from '#ui/choices.tsx'
import { type OfficeTextKey, say, wordOf } from './text.ts'

interface Named {
  /** Also the control's id. `-` leads into an object of the input: `hearing-heldOn` is `/hearing/heldOn`. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: true
  /** Shown while this option of the form is chosen, where the browser can tell. */
  readonly onlyFor?: 'hearing' | 'agencyReport'
  /** Asked where the result comes in this way. */
  readonly onlyBy?: 'window' | 'post'
}

/** A field of a command's form. `lines`: one entry a line. `days`: a number of working days, sent as a time limit. `money`: yuan, sent in fen. `signature`: drawn here, or by hand on paper. */
export type CommandField =
  | (Named & { readonly kind: 'text' | 'textarea' | 'lines' | 'date' | 'days' | 'money' | 'check' | 'signature' })
  | (Named & { readonly kind: 'radios' | 'select'; readonly options: readonly Choice[] })
  /** Its options depend on the case: the loader brings them. `checks`: any of them. */
  | (Named & { readonly kind: 'chosen' | 'checks' })

export interface CommandForm {
  readonly operation: OperationName
  /** What happens, and what cannot be undone. */
  readonly lead: string
  /** It cannot be undone by anybody: the button is red. */
  readonly over?: true
  readonly fields: readonly CommandField[]
}

const label = (key: OfficeTextKey): { readonly label: string } => ({ label: say(key) })
const options = (prefix: string, values: readonly string[]): readonly Choice[] => values.map((value) => ({ value, label: say(`${prefix}.${value}` as OfficeTextKey) }))

const reason: CommandField = { kind: 'textarea', name: 'reason', ...label('field.reason') }

/** The causes of `cases.suspend-case`: special procedures first, they alone stop the clock. */
const causes = ['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expertReview', 'agencyReport', 'publicity', 'payment', 'supplement'] as const

const hearing: readonly CommandField[] = [
  { kind: 'date', name: 'hearing-toldOn', ...label('field.hearing.toldOn'), optional: true, onlyFor: 'hearing' },
  { kind: 'date', name: 'hearing-requestedOn', ...label('field.hearing.requestedOn'), optional: true, onlyFor: 'hearing' },
  { kind: 'date', name: 'hearing-noticeOn', ...label('field.hearing.noticeOn'), optional: true, onlyFor: 'hearing' },
  { kind: 'date', name: 'hearing-heldOn', ...label('field.hearing.heldOn'), optional: true, onlyFor: 'hearing' },
  { kind: 'text', name: 'hearing-time', ...label('field.hearing.time'), optional: true, onlyFor: 'hearing' },
  { kind: 'text', name: 'hearing-place', ...label('field.hearing.place'), optional: true, onlyFor: 'hearing' },
  { kind: 'chosen', name: 'hearing-chair', ...label('field.hearing.chair'), hint: say('field.hearing.chair.hint'), optional: true, onlyFor: 'hearing' },
]

/** What each command of staff asks for; the field names are those of the operation's input. */
export const commandForms = {
  receive: { operation: 'cases.receive-case', lead: say('lead.receive'), fields: [] },
  forward: { operation: 'cases.forward-case', lead: say('lead.forward'), fields: [] },
  'find-not-required': { operation: 'cases.find-not-required', lead: say('lead.find-not-required'), over: true, fields: [reason] },
  'find-out-of-scope': {
    operation: 'cases.find-out-of-scope',
    lead: say('lead.find-out-of-scope'),
    over: true,
    fields: [
      { kind: 'text', name: 'competentUnit', ...label('field.competentUnit') },
      { kind: 'text', name: 'competentAddress', ...label('field.competentAddress') },
      { kind: 'text', name: 'competentPhone', ...label('field.competentPhone') },
    ],
  },
  'refuse-acceptance': {
    operation: 'cases.refuse-acceptance',
    lead: say('lead.refuse-acceptance'),
    over: true,
    fields: [reason, { kind: 'text', name: 'legalBasis', ...label('field.legalBasis'), hint: say('field.legalBasis.hint') }],
  },
  review: {
    operation: 'cases.review-case',
    lead: say('lead.review'),
    fields: [
      { kind: 'radios', name: 'opinion', ...label('field.opinion'), options: ['agree', 'agreeWithConditions', 'disagree'].map((value) => ({ value, label: wordOf('opinions', value) })) },
      { kind: 'textarea', name: 'text', ...label('field.text'), hint: say('field.text.hint'), optional: true },
      { kind: 'checks', name: 'officers', ...label('field.officers'), hint: say('field.officers.hint') },
    ],
  },
  transfer: {
    operation: 'cases.transfer-case',
    lead: say('lead.transfer'),
    fields: [
      { kind: 'chosen', name: 'step', ...label('field.step') },
      { kind: 'chosen', name: 'personId', ...label('field.personId') },
      { kind: 'textarea', name: 'reason', ...label('field.reason.transfer') },
    ],
  },
  return: {
    operation: 'cases.return-case',
    lead: say('lead.return'),
    fields: [
      { kind: 'chosen', name: 'step', ...label('field.step.return') },
      { kind: 'textarea', name: 'reason', ...label('field.reason.return') },
    ],
  },
  'ask-countersign': {
    operation: 'cases.ask-countersign',
    lead: say('lead.ask-countersign'),
    fields: [
      { kind: 'chosen', name: 'unitId', ...label('field.unitId') },
      { kind: 'textarea', name: 'question', ...label('field.question') },
    ],
  },
  suspend: {
    operation: 'cases.suspend-case',
    lead: say('lead.suspend'),
    fields: [
      { kind: 'select', name: 'cause', ...label('field.cause'), hint: say('field.cause.hint'), options: causes.map((value) => ({ value, label: wordOf('causes', value) })) },
      { kind: 'textarea', name: 'reason', ...label('field.reason.suspend') },
      { kind: 'text', name: 'basis', ...label('field.basis'), optional: true },
      { kind: 'days', name: 'limit', ...label('field.limit'), optional: true },
      { kind: 'check', name: 'commissioned', ...label('field.commissioned'), onlyFor: 'agencyReport' },
      ...hearing,
    ],
  },
  resume: { operation: 'cases.resume-case', lead: say('lead.resume'), fields: [{ kind: 'textarea', name: 'result', ...label('field.result.resume') }] },
  extend: {
    operation: 'cases.extend-case',
    lead: say('lead.extend'),
    over: true,
    fields: [
      { kind: 'days', name: 'by', ...label('field.by') },
      { kind: 'textarea', name: 'reason', ...label('field.reason.extend') },
    ],
  },
  decide: {
    operation: 'cases.decide-case',
    lead: say('lead.decide'),
    over: true,
    fields: [
      { kind: 'radios', name: 'result', ...label('field.result.decide'), options: options('decide', ['approve', 'refuse']) },
      { kind: 'lines', name: 'reasons', ...label('field.reasons'), hint: say('field.reasons.hint'), optional: true },
      { kind: 'textarea', name: 'overruling', ...label('field.overruling'), hint: say('field.overruling.hint'), optional: true },
      { kind: 'textarea', name: 'conditions', ...label('field.conditions'), optional: true },
    ],
  },
  'demand-fee': {
    operation: 'cases.demand-fee',
    lead: say('lead.demand-fee'),
    fields: [
      { kind: 'chosen', name: 'name', ...label('field.fee') },
      { kind: 'money', name: 'amountMinor', ...label('field.amount') },
      { kind: 'text', name: 'calculation', ...label('field.calculation'), hint: say('field.calculation.hint'), optional: true },
    ],
  },
  'pay-fee': { operation: 'cases.pay-fee', lead: say('lead.pay-fee'), fields: [{ kind: 'text', name: 'slipNumber', ...label('field.slipNumber') }] },
  'refund-fee': {
    operation: 'cases.refund-fee',
    lead: say('lead.refund-fee'),
    over: true,
    fields: [{ kind: 'radios', name: 'cause', ...label('field.refundCause'), options: ['notOwed', 'overpaid', 'exempted', 'notDone'].map((value) => ({ value, label: wordOf('refundCauses', value) })) }],
  },
  issue: { operation: 'cases.issue-case', lead: say('lead.issue'), fields: [] },
  deliver: {
    operation: 'cases.deliver-case',
    lead: say('lead.deliver'),
    fields: [
      { kind: 'text', name: 'trackingNumber', ...label('field.trackingNumber'), optional: true, onlyBy: 'post' },
      { kind: 'signature', name: 'signature', ...label('field.signature'), hint: say('field.signature.hint'), onlyBy: 'window' },
    ],
  },
  'verify-pledge': {
    operation: 'cases.verify-pledge',
    lead: say('lead.verify-pledge'),
    fields: [
      { kind: 'radios', name: 'result', ...label('field.result.verify'), options: options('verify', ['true', 'false']) },
      { kind: 'textarea', name: 'findings', ...label('field.findings') },
    ],
  },
  revoke: {
    operation: 'cases.revoke-case',
    lead: say('lead.revoke'),
    over: true,
    fields: [
      { kind: 'textarea', name: 'facts', ...label('field.facts') },
      { kind: 'text', name: 'legalBasis', ...label('field.legalBasis'), hint: say('field.legalBasis.hint.revoke') },
    ],
  },
  'withdraw-pledge': { operation: 'cases.withdraw-pledge', lead: say('lead.withdraw-pledge'), fields: [] },
  archive: { operation: 'cases.archive-case', lead: say('lead.archive'), fields: [] },
} as const satisfies Record<string, CommandForm>

export type FormCommand = keyof typeof commandForms
export type CaseOperation = (typeof commandForms)[FormCommand]['operation']

export function isFormCommand(name: string | undefined): name is FormCommand {
  return name !== undefined && Object.hasOwn(commandForms, name)
}

/** The form of a command as its fields in general. */
export function commandForm(command: FormCommand): CommandForm & { readonly operation: CaseOperation } {
  return commandForms[command]
}
