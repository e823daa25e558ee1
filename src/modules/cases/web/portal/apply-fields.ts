import { textOf, textsOf } from '#web/form-fields.ts'
import type { ApplyStep, Draft } from './apply-draft.ts'
import type { Guide } from './apply-view.ts'

/** Ids and names of the controls: those that `problemsOf` makes of the pointers into `cases.submit-case`. */
export const answerId = (question: string): string => `answers-${question}`
export const fieldId = (key: string): string => `form-${key}`
export const materialId = (key: string): string => `material-${key}`
export const wayId = (key: string): string => `way-${key}`

/** The draft with what was sent from one step. Files are taken up separately. */
export function merge(draft: Draft, step: ApplyStep, form: FormData, guide: Guide): Draft {
  switch (step) {
    case 'situation':
      return { ...draft, applicantId: textOf(form, 'applicantId') ?? draft.applicantId, answers: answersIn(form, guide) }
    case 'form':
      return { ...draft, form: valuesIn(form, guide) }
    case 'materials':
      return draft
    case 'review':
      return { ...draft, delivery: deliveryIn(form, draft.delivery) }
  }
}

function answersIn(form: FormData, guide: Guide): Draft['answers'] {
  const answers = guide.questions.map((question): [string, string[]] => [question.key, [...textsOf(form, answerId(question.key))]])
  return Object.fromEntries(answers.filter(([, chosen]) => chosen.length > 0))
}

/** Only the fields that the situation shows, and only those that were filled in. */
function valuesIn(form: FormData, guide: Guide): Draft['form'] {
  const fields = guide.form.sections.flatMap((section) => section.fields)
  const values = fields.map(({ key, type }): [string, string | string[]] => [key, type === 'multiselect' ? [...textsOf(form, fieldId(key))] : (textOf(form, fieldId(key)) ?? '')])
  return Object.fromEntries(values.filter(([, value]) => value.length > 0))
}

const kinds = ['electronic', 'post', 'window', 'terminal'] as const

function deliveryIn(form: FormData, before: Draft['delivery']): Draft['delivery'] {
  return {
    kind: kinds.find((kind) => kind === textOf(form, 'delivery')) ?? before.kind,
    hallId: textOf(form, 'delivery-hallId') ?? '',
    name: textOf(form, 'delivery-name') ?? '',
    phone: textOf(form, 'delivery-phone') ?? '',
    address: textOf(form, 'delivery-address') ?? '',
  }
}
