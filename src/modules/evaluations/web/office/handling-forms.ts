import type { OperationName } from '#app'
import { type RectificationTextKey, say, wordOf } from './text.ts'

export interface HandlingField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** A choice among these; without it a text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

export interface HandlingForm {
  readonly operation: OperationName
  readonly button: string
  readonly fields: readonly HandlingField[]
  readonly over?: true
}

const note = (name: string, key: RectificationTextKey, hint: RectificationTextKey = 'note.hint'): HandlingField => ({ name, label: say(key), hint: say(hint) })
const worded = (list: Parameters<typeof wordOf>[0], values: readonly string[]) => values.map((value) => ({ value, label: wordOf(list, value) }))

/** What each step of a rectification asks for; the names are those of the operations' inputs. */
export const handlingForms = {
  contact: {
    operation: 'evaluations.record-contact',
    button: wordOf('commands', 'contact'),
    fields: [
      { name: 'result', label: say('field.contact'), options: [{ value: 'reached', label: say('contact.reached') }, { value: 'unreachable', label: say('contact.unreachable') }] },
      note('note', 'field.contact.note'),
    ],
  },
  verify: {
    operation: 'evaluations.verify-review',
    button: wordOf('commands', 'verify'),
    fields: [{ name: 'finding', label: say('field.finding'), options: worded('findings', ['clear', 'complex', 'noLegalBasis']) }, note('note', 'field.verify.note')],
  },
  rectify: {
    operation: 'evaluations.rectify-cause',
    button: wordOf('commands', 'rectify'),
    fields: [note('measure', 'field.measure'), note('reply', 'field.reply', 'field.reply.hint')],
  },
  'call-back': {
    operation: 'evaluations.call-back',
    button: wordOf('commands', 'call-back'),
    fields: [{ name: 'result', label: say('field.callback'), options: worded('callbackResults', ['satisfied', 'dissatisfied', 'unreachable', 'anonymous']) }, note('note', 'field.callback.note')],
  },
  close: { operation: 'evaluations.close-rectification', button: wordOf('commands', 'close'), fields: [] },
  reopen: { operation: 'evaluations.reopen-rectification', button: wordOf('commands', 'reopen'), fields: [note('reason', 'field.reopen')] },
  'find-invalid': {
    operation: 'evaluations.find-invalid',
    button: wordOf('commands', 'find-invalid'),
    over: true,
    fields: [{ name: 'ground', label: say('field.ground'), options: worded('grounds', ['malicious', 'empty', 'untrue']) }, note('reason', 'field.ground.reason')],
  },
} as const satisfies Record<string, HandlingForm>

export type Handling = keyof typeof handlingForms
export type HandlingOperation = (typeof handlingForms)[Handling]['operation']

export function isHandling(name: string | undefined): name is Handling {
  return name !== undefined && Object.hasOwn(handlingForms, name)
}

export function handlingForm(command: Handling): HandlingForm & { readonly operation: HandlingOperation } {
  return handlingForms[command]
}
