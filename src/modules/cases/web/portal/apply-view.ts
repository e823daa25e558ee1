import type { RouterContextProvider } from 'react-router'
import type { OutputOf } from '#app'
import { attempt, call } from '#web/call.ts'
import { requestContext } from '#web/context.ts'
import type { Draft } from './apply-draft.ts'

export type Guide = OutputOf<'catalogue.get-guide'>
export type Line = Guide['materials'][number]
type PageContext = Readonly<RouterContextProvider>

/** What every step of applying knows besides the draft itself. */
export async function readApplyView(context: PageContext, implementCode: string, draft: Draft) {
  const [{ item }, me, halls] = await Promise.all([call(context, 'catalogue.get-item', { implementCode }), call(context, 'subjects.get-me', {}), call(context, 'organisation.list-halls', { limit: 100 })])
  const shown = { ...draft, answers: knownAnswers(draft.answers, item.scenarios) }
  const [guide, certificates, known] = await Promise.all([
    call(context, 'catalogue.get-guide', { implementCode, answers: shown.answers }),
    attempt(context, 'certificates.list-mine', { limit: 100, ...(draft.applicantId !== '' && { holderId: draft.applicantId }) }),
    attempt(context, 'subjects.get-known-facts', draft.applicantId === '' ? {} : { applicantId: draft.applicantId }),
  ])
  const { caller } = context.get(requestContext)
  return {
    item: { implementCode, name: item.name, minimumAssurance: item.minimumAssurance, online: item.channels.includes('ONLINE'), servesPersons: item.serviceObjects.includes('1'), servesOthers: item.serviceObjects.some((object) => object !== '1') },
    me,
    level: caller.kind === 'person' ? caller.level : 0,
    halls: halls.items.map(({ id, name, address }) => ({ id, name, address })),
    certificates: certificates.ok ? certificates.value.items.filter((certificate) => certificate.valid) : [],
    guide,
    /** Empty below the level at which the office shows what it knows. */
    facts: known.ok ? known.value.facts : {},
    draft: shown,
  }
}

export type ApplyView = Awaited<ReturnType<typeof readApplyView>>

/** Answers to questions that the item has, among their options: an old link may carry others. */
function knownAnswers(answers: Draft['answers'], questions: readonly { readonly key: string; readonly options: readonly { readonly key: string }[] }[]): Draft['answers'] {
  const known = questions.map((question) => [question.key, (answers[question.key] ?? []).filter((chosen) => question.options.some((option) => option.key === chosen))] as const)
  return Object.fromEntries(known.filter(([, chosen]) => chosen.length > 0))
}

/** Materials that the applicant hands in himself; the form is filled in here and is none of them. */
export function linesToBring(guide: Guide): readonly Line[] {
  return guide.materials.filter((line) => line.status !== 'EXEMPT' && line.material.kind !== 'FORM')
}

/** Who may be applied for: the person, or those whom the person acts for, as far as the item serves their kind. */
export function applicantsOf({ item, me }: Pick<ApplyView, 'item' | 'me'>): readonly { readonly value: string; readonly label: string; readonly hint?: string }[] {
  return [
    ...(item.servesPersons ? [{ value: '', label: me.maskedName }] : []),
    ...me.actsFor.filter((one) => (one.kind === 'person' ? item.servesPersons : item.servesOthers)).map((one) => ({ value: one.id, label: one.maskedName, hint: one.maskedNumber })),
  ]
}
