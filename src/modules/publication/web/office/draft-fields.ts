import { dayOf, textOf } from '#web/form-fields.ts'

const texts = ['class', 'theme', 'title', 'summary', 'body', 'docNo', 'needsInterpretation', 'answersConcern'] as const
const days = ['createdOn', 'effectiveOn', 'validUntil', 'reviewOn'] as const

/** What was typed into the form of a draft. */
export type TypedDraft = Readonly<Record<(typeof texts)[number] | (typeof days)[number], string>>

export function typedDraft(form: FormData): TypedDraft {
  const typed = [...texts.map((name) => [name, textOf(form, name) ?? '']), ...days.map((name) => [name, dayOf(form, name)])]
  return Object.fromEntries(typed) as TypedDraft
}

/** The same as the operations take it: what was left empty is not there. */
export function draftInput({ needsInterpretation, answersConcern, ...typed }: TypedDraft): Record<string, unknown> {
  const optional = ['class', 'docNo', 'effectiveOn', 'validUntil', 'reviewOn'] as const
  return { ...typed, ...Object.fromEntries(optional.map((name) => [name, typed[name] === '' ? null : typed[name]])), needsInterpretation: needsInterpretation === 'yes', answersConcern: answersConcern === 'yes' }
}
