import { deepestRegion } from '#ui/region-chain.ts'
import { textOf, textsOf } from '#web/form-fields.ts'
import { prefilled, type KnownFacts } from '../prefill.ts'
import type { Draft } from './apply-draft.ts'
import { type Place, sectionAt } from './apply-places.ts'
import type { ApplyView, Guide } from './apply-view.ts'

type Field = Guide['form']['sections'][number]['fields'][number]

/** Ids and names of the controls: those that `problemsOf` makes of the pointers into `cases.submit-case`. */
export const answerId = (question: string): string => `answers-${question}`
export const fieldId = (key: string): string => `form-${key}`
export const materialId = (key: string): string => `material-${key}`
export const wayId = (key: string): string => `way-${key}`
export const regionId = 'delivery-region'

/** The draft with what was sent from one page; all that stands on other pages stays as it was. Files are taken up separately. */
export function merge({ draft, guide, facts }: Pick<ApplyView, 'draft' | 'guide' | 'facts'>, place: Place, form: FormData): Draft {
  switch (place.step) {
    case 'situation':
      return { ...forApplicant(draft, textOf(form, 'applicantId'), guide), answers: answersIn(form) }
    case 'form':
      return { ...draft, form: valuesIn(form, { before: draft.form, fields: sectionAt(place, guide)?.fields ?? [], facts }) }
    case 'materials':
      return draft
    case 'review':
      return { ...draft, delivery: deliveryIn(form, draft.delivery) }
  }
}

/** The answers that were sent; those to questions that the item does not have are left out when the guide is read. */
function answersIn(form: FormData): Draft['answers'] {
  const names = [...new Set(form.keys())].filter((name) => name.startsWith(answerId('')))
  return Object.fromEntries(names.map((name): [string, string[]] => [name.slice(answerId('').length), [...textsOf(form, name)]]))
}

/** What was filled in from the register for one applicant is not kept for another. */
function forApplicant(draft: Draft, applicantId: string | undefined, guide: Guide): Draft {
  if (applicantId === undefined || applicantId === draft.applicantId) return draft
  const known = new Set(guide.form.sections.flatMap((section) => section.fields.filter((field) => field.prefill !== null).map((field) => field.key)))
  return { ...draft, applicantId, form: Object.fromEntries(Object.entries(draft.form).filter(([key]) => !known.has(key))) }
}

interface PageFilled {
  readonly before: Draft['form']
  readonly fields: readonly Field[]
  readonly facts: KnownFacts
}

/**
 * Only the fields of the page, and only those that were filled in. What the register settles stands as it is there; a field
 * that an older page did not have keeps its value.
 */
function valuesIn(form: FormData, { before, fields, facts }: PageFilled): Draft['form'] {
  const values = fields.map((field): [string, Draft['form'][string]] => {
    const known = prefilled(field, facts)
    if (known?.fixed) return [field.key, known.value]
    return [field.key, field.type === 'multiselect' ? [...textsOf(form, fieldId(field.key))] : (textOf(form, fieldId(field.key)) ?? before[field.key] ?? '')]
  })
  return Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(values) }).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)))
}

const kinds = ['electronic', 'post', 'window', 'terminal'] as const

function deliveryIn(form: FormData, before: Draft['delivery']): Draft['delivery'] {
  return {
    kind: kinds.find((kind) => kind === textOf(form, 'delivery')) ?? before.kind,
    hallId: textOf(form, 'delivery-hallId') ?? '',
    name: textOf(form, 'delivery-name') ?? '',
    phone: textOf(form, 'delivery-phone') ?? '',
    region: deepestRegion(textsOf(form, regionId)) ?? '',
    address: textOf(form, 'delivery-address') ?? '',
  }
}
