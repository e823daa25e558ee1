import type { OperationName } from '#app'
import { ANSWER_FORMS, type AnswerKind, AnswerKind as AnswerKinds } from '../../schema.ts'
import { type DisclosureTextKey, optionsOf, say } from '../text.ts'

export interface FormField {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: true | undefined
  /** `boxes`: any of the excerpts of the application; `select` without options: consultations that are open. */
  readonly as: 'line' | 'area' | 'number' | 'day' | 'radios' | 'select' | 'boxes' | 'file'
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined
}

interface RequestForm {
  readonly operation: Extract<OperationName, `disclosure.${string}`>
  readonly fields: readonly FormField[]
  /** Told before the button. */
  readonly note?: string
  /** Cannot be undone, or goes against somebody. */
  readonly over?: true
}

type More = Pick<FormField, 'optional' | 'options'> & { readonly hint?: DisclosureTextKey }

function field(name: string, as: FormField['as'], label: DisclosureTextKey, { hint, ...more }: More = {}): FormField {
  return { name, as, label: say(label), hint: hint && say(hint), ...more }
}

const optional = { optional: true } as const

/** What each step of an application asks for; the names are those of the operations' inputs. */
const requestForms = {
  receive: { operation: 'disclosure.receive-request', fields: [field('receivedOn', 'day', 'field.receivedOn', { ...optional, hint: 'field.receivedOn.hint' })] },
  'draft-answer': {
    operation: 'disclosure.draft-answer',
    fields: [
      field('provided', 'area', 'field.provided'),
      field('withheldPart', 'area', 'field.withheldPart'),
      field('ground', 'select', 'field.ground'),
      field('earlierNumber', 'line', 'field.earlierNumber'),
      field('reason', 'area', 'field.reason'),
      field('legalBasis', 'line', 'field.legalBasis'),
      field('told', 'area', 'field.told'),
      field('fileIds', 'boxes', 'field.files', optional),
      field('file', 'file', 'field.file', { ...optional, hint: 'field.file.hint' }),
    ],
  },
  'issue-answer': { operation: 'disclosure.issue-answer', fields: [], note: say('issue.confirm') },
  'return-draft': { operation: 'disclosure.return-draft', fields: [field('remark', 'area', 'field.remark')] },
  deliver: { operation: 'disclosure.deliver-answer', fields: [field('note', 'area', 'field.note', { hint: 'field.note.hint' })] },
  'record-opinion': {
    operation: 'disclosure.record-opinion',
    fields: [field('consultationId', 'select', 'field.consultation'), field('opinion', 'radios', 'field.opinion', { options: optionsOf('opinions', ['agrees', 'objects']) }), field('text', 'area', 'field.text')],
  },
  'request-clarification': {
    operation: 'disclosure.request-clarification',
    fields: [field('reason', 'area', 'field.clarify.reason'), field('correction', 'area', 'field.correction'), field('clarifyBy', 'day', 'field.clarifyBy', { ...optional, hint: 'field.clarifyBy.hint' })],
  },
  clarify: { operation: 'disclosure.clarify-request', fields: [field('record-title', 'line', 'field.title'), field('record-docNo', 'line', 'field.docNo', optional), field('record-features', 'area', 'field.features', optional)] },
  consult: {
    operation: 'disclosure.consult-party',
    fields: [field('kind', 'radios', 'field.asked', { options: optionsOf('askedKinds') }), field('party', 'line', 'field.party'), field('question', 'area', 'field.question', { hint: 'field.question.hint' })],
  },
  extend: { operation: 'disclosure.extend-request', fields: [field('days', 'number', 'field.days'), field('reason', 'area', 'field.extend.reason', { hint: 'field.extend.reason.hint' })] },
  'demand-fee': {
    operation: 'disclosure.demand-fee',
    over: true,
    fields: [field('method', 'radios', 'field.method', { hint: 'field.method.hint', options: optionsOf('feeMethods') }), field('items', 'number', 'field.items', optional), field('pages', 'number', 'field.pages', optional)],
  },
  'record-payment': { operation: 'disclosure.record-payment', fields: [field('receipt', 'line', 'field.receipt')] },
  'waive-fee': { operation: 'disclosure.waive-fee', fields: [field('reason', 'area', 'field.waive.reason')] },
  'record-remedy': {
    operation: 'disclosure.record-remedy',
    fields: [field('kind', 'radios', 'field.remedy', { options: optionsOf('remedyKinds') }), field('filedOn', 'day', 'field.filedOn'), field('result', 'radios', 'field.result', { options: optionsOf('remedyResults') }), field('decidedOn', 'day', 'field.decidedOn', { ...optional, hint: 'field.decidedOn.hint' })],
  },
} as const satisfies Record<string, RequestForm>

export type FormCommand = keyof typeof requestForms

/** Steps that most applications go through stand open, the others are folded. */
const usual: readonly FormCommand[] = ['receive', 'draft-answer', 'issue-answer', 'return-draft', 'deliver', 'record-opinion', 'record-payment']

export function inOrder(commands: readonly string[]): { readonly usual: readonly FormCommand[]; readonly rare: readonly FormCommand[] } {
  const offered = (Object.keys(requestForms) as FormCommand[]).filter((command) => commands.includes(command))
  return { usual: offered.filter((command) => usual.includes(command)), rare: offered.filter((command) => !usual.includes(command)) }
}

export function isFormCommand(command: string | undefined): command is FormCommand {
  return command !== undefined && Object.hasOwn(requestForms, command)
}

/** The kind of an answer, if it is one. */
export function answerKindOf(text: string | null | undefined): AnswerKind | undefined {
  return AnswerKinds.options.find((kind) => kind === text)
}

/** What the form of a draft asks for when its kind has been chosen: its parts alone, and its own grounds. */
export function draftFields(kind: AnswerKind): readonly FormField[] {
  const { needs, grounds, mayAttach } = ANSWER_FORMS[kind]
  return requestForms['draft-answer'].fields.flatMap((one): FormField[] => {
    if (one.as === 'boxes' || one.as === 'file') return mayAttach ? [one] : []
    if (one.name === 'ground') return grounds.length > 0 ? [{ ...one, options: optionsOf('grounds', grounds) }] : []
    if (one.name === 'told' && kind === 'notHandled') return [{ ...one, optional: true, hint: say('field.told.hint') }]
    return needs.some((part) => part === one.name) ? [one] : []
  })
}

export function requestForm(command: FormCommand): RequestForm {
  return requestForms[command]
}
