import type { OperationName } from '#app'
import { categoryGroups, type HotlineTextKey, optionsOf, say } from '../text.ts'

export interface FormField {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: boolean
  /** `units`: one of the units that an order may go to; `file`: evidence. */
  readonly as: 'line' | 'area' | 'number' | 'radios' | 'select' | 'units' | 'file'
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** Of a choice in two levels. */
  readonly groups?: typeof categoryGroups
}

export interface OrderForm {
  readonly operation: Extract<OperationName, `hotline.${string}`>
  readonly fields: readonly FormField[]
  /** Ends the matter for the caller, or goes against somebody. */
  readonly over?: true
}

const area = (name: string, label: HotlineTextKey, hint?: HotlineTextKey): FormField => ({ name, label: say(label), hint: hint && say(hint), as: 'area' })
const yesNo = (name: string, label: HotlineTextKey, yes: HotlineTextKey, no: HotlineTextKey): FormField => ({ name, label: say(label), as: 'radios', options: [{ value: 'true', label: say(yes) }, { value: 'false', label: say(no) }] })
const category: FormField = { name: 'category', label: say('column.category'), as: 'select', groups: categoryGroups }

const forms = {
  answer: { operation: 'hotline.answer-order', fields: [category, area('answer', 'field.answer'), { name: 'articleId', label: say('field.article'), as: 'select', optional: true }, { name: 'implementCode', label: say('field.item'), hint: say('field.item.hint'), as: 'select', optional: true }] },
  dispatch: {
    operation: 'hotline.dispatch-order',
    fields: [category, { name: 'mainUnitId', label: say('field.main'), as: 'units' }, { name: 'assistant1', label: say('field.assistant', { place: 1 }), as: 'units', optional: true }, { name: 'assistant2', label: say('field.assistant', { place: 2 }), as: 'units', optional: true }],
  },
  reject: {
    operation: 'hotline.reject-order',
    over: true,
    fields: [{ name: 'rejectionClass', label: say('field.rejection'), as: 'select', options: optionsOf('rejectionClasses') }, { name: 'toldChannel', label: say('field.told'), as: 'radios', options: optionsOf('toldChannels') }, area('explanation', 'field.explanation', 'field.explanation.hint')],
  },
  link: { operation: 'hotline.link-order', fields: [] },
  sign: { operation: 'hotline.sign-order', fields: [] },
  'claim-return': { operation: 'hotline.claim-return', over: true, fields: [area('basis', 'field.basis', 'field.basis.hint'), { ...area('quote', 'field.quote', 'field.quote.hint'), optional: true }, { name: 'suggestedUnitId', label: say('field.suggested'), as: 'units', optional: true }, { name: 'file', label: say('field.file'), hint: say('field.file.hint'), as: 'file', optional: true }] },
  arbitrate: { operation: 'hotline.arbitrate-return', fields: [yesNo('upheld', 'field.upheld', 'yes.upheld', 'no.upheld'), { name: 'unitId', label: say('field.decided'), as: 'units', optional: true }, area('reasoning', 'field.reasoning', 'field.reasoning.hint')] },
  assist: { operation: 'hotline.assist-order', fields: [area('text', 'field.assist')] },
  extend: { operation: 'hotline.extend-order', fields: [{ name: 'days', label: say('field.days'), as: 'number' }, area('reason', 'field.reason')] },
  reply: { operation: 'hotline.reply-order', fields: [area('reply', 'field.reply', 'field.reply.hint')] },
  check: { operation: 'hotline.check-reply', fields: [yesNo('passed', 'field.passed', 'yes.passed', 'no.passed'), area('remark', 'field.remark')] },
  'call-back': {
    operation: 'hotline.record-callback',
    fields: [
      { name: 'satisfaction', label: say('follow.satisfaction'), as: 'radios', options: optionsOf('satisfactions') },
      { ...yesNo('solved', 'follow.solved', 'yes.solved', 'no.solved'), optional: true },
      { ...yesNo('unitFault', 'field.fault', 'yes.fault', 'no.fault'), optional: true, hint: say('field.fault.hint') },
      area('note', 'field.callback'),
    ],
  },
  'add-contact': { operation: 'hotline.add-contact', fields: [area('text', 'field.contact'), yesNo('newFacts', 'field.new', 'yes.new', 'no.new')] },
  'pass-duty': { operation: 'hotline.pass-duty', fields: [{ name: 'staffId', label: say('field.colleague'), hint: say('field.colleague.hint'), as: 'select' }, area('reason', 'field.duty-reason')] },
  recuse: { operation: 'hotline.recuse', over: true, fields: [{ name: 'ground', label: say('field.ground'), as: 'radios', options: optionsOf('recusalGrounds') }] },
} as const satisfies Record<string, OrderForm>

export type FormCommand = keyof typeof forms

/** In which order the steps stand on the page; what is seldom used is folded. */
const usual: readonly string[] = ['dispatch', 'sign', 'reply', 'assist', 'arbitrate', 'check', 'call-back', 'answer', 'claim-return', 'extend']

export function inOrder(commands: readonly FormCommand[]): { readonly usual: readonly FormCommand[]; readonly rare: readonly FormCommand[] } {
  return { usual: commands.filter((command) => usual.includes(command)).toSorted((one, other) => usual.indexOf(one) - usual.indexOf(other)), rare: commands.filter((command) => !usual.includes(command)) }
}

export function isFormCommand(command: string | undefined): command is FormCommand {
  return command !== undefined && Object.hasOwn(forms, command)
}

export function orderForm(command: FormCommand): OrderForm {
  return forms[command]
}

/** What a secret order asks for besides, before it is dispatched (H-11). */
export const briefFields: readonly FormField[] = [
  { name: 'briefTitle', label: say('field.brief.title'), as: 'line' },
  area('briefText', 'field.brief.text', 'field.brief.hint'),
]
