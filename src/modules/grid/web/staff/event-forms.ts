import type { OperationName } from '#app'
import { categoryOptions, type GridTextKey, optionsOf, say } from '../text.ts'

export interface FormField {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: boolean
  readonly as: 'line' | 'area' | 'number' | 'date' | 'radios' | 'select' | 'units' | 'photo' | 'place'
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

export interface EventForm {
  readonly operation: Extract<OperationName, `grid.${string}`>
  readonly fields: readonly FormField[]
  /** Ends the matter, or goes against somebody. */
  readonly over?: true
}

const area = (name: string, label: GridTextKey, hint?: GridTextKey): FormField => ({ name, label: say(label), hint: hint && say(hint), as: 'area' })
const yesNo = (name: string, label: GridTextKey, yes: GridTextKey, no: GridTextKey): FormField => ({ name, label: say(label), as: 'radios', options: [{ value: 'true', label: say(yes) }, { value: 'false', label: say(no) }] })
const photo: FormField = { name: 'photo', label: say('field.photo'), hint: say('report.photo.hint'), as: 'photo', optional: true }

const forms = {
  file: { operation: 'grid.file-event', fields: [{ name: 'category', label: say('column.category'), as: 'select', options: categoryOptions() }] },
  decline: { operation: 'grid.decline-event', over: true, fields: [{ name: 'reason', label: say('field.reason'), as: 'radios', options: optionsOf('declineReasons') }, area('explanation', 'field.explanation', 'field.explanation.hint')] },
  dispatch: { operation: 'grid.dispatch-event', fields: [{ name: 'level', label: say('field.level'), as: 'radios', options: optionsOf('levels') }, { name: 'unitId', label: say('field.unit'), hint: say('field.unit.hint'), as: 'units', optional: true }] },
  accept: { operation: 'grid.accept-event', fields: [] },
  return: { operation: 'grid.return-event', over: true, fields: [area('reason', 'field.return')] },
  escalate: { operation: 'grid.escalate-event', fields: [area('reason', 'field.escalate')] },
  delay: { operation: 'grid.delay-event', fields: [{ name: 'hours', label: say('field.hours'), as: 'number' }, area('reason', 'field.delay')] },
  'feed-back': { operation: 'grid.feed-back-event', fields: [photo, area('treatment', 'field.treatment', 'field.treatment.hint')] },
  verify: { operation: 'grid.verify-event', fields: [{ ...photo, hint: say('field.photo.site'), optional: false }, { name: 'place', label: say('field.place'), hint: say('field.place.hint'), as: 'place' }, yesNo('equal', 'field.equal', 'yes.equal', 'no.equal'), area('finding', 'field.finding')] },
  conclude: { operation: 'grid.conclude-event', fields: [area('result', 'field.result', 'field.result.hint')] },
  evaluate: { operation: 'grid.evaluate-event', fields: [{ name: 'grade', label: say('follow.grade'), as: 'radios', options: optionsOf('grades') }] },
  shelve: { operation: 'grid.shelve-event', over: true, fields: [area('reason', 'field.shelve'), { name: 'reviewOn', label: say('field.review'), as: 'date' }] },
  'review-shelved': { operation: 'grid.review-shelved-event', fields: [yesNo('resume', 'field.resume', 'yes.resume', 'no.resume'), { name: 'reviewOn', label: say('field.review'), hint: say('field.review.hint'), as: 'date', optional: true }, area('finding', 'field.finding')] },
  'link-order': { operation: 'grid.link-order', fields: [{ name: 'orderNumber', label: say('field.order'), as: 'line' }] },
} as const satisfies Record<string, EventForm>

export type FormCommand = keyof typeof forms

export function isFormCommand(command: string | undefined): command is FormCommand {
  return command !== undefined && Object.hasOwn(forms, command)
}

export function eventForm(command: FormCommand): EventForm {
  return forms[command]
}

/** What is not often used, and what goes against somebody, is folded. */
export const rare: readonly string[] = ['decline', 'return', 'escalate', 'delay', 'shelve', 'link-order']
