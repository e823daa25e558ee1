import type { FieldProblem } from '#ui/error-summary.tsx'
import type { ApplyStep, Draft } from './apply-draft.ts'
import { answerId, fieldId, materialId } from './apply-fields.ts'
import { type Place, placesOf, sectionAt } from './apply-places.ts'
import { type ApplyView, linesToBring } from './apply-view.ts'
import { say } from './text.ts'

type Filled = Pick<ApplyView, 'draft' | 'guide'>

/** What is still missing on a page, so that nobody learns of it only at the end. Filing checks everything again. */
export function missingOn(place: Place, { draft, guide }: Filled): readonly FieldProblem[] {
  switch (place.step) {
    case 'situation':
      return guide.questions.filter((question) => guide.openQuestions.includes(question.key)).map((question) => ({ id: answerId(question.key), text: say('problem.answer', { question: question.question }) }))
    case 'form':
      return (sectionAt(place, guide)?.fields ?? []).filter((field) => field.required && draft.form[field.key] === undefined).map((field) => ({ id: fieldId(field.key), text: say('problem.field', { label: field.label }) }))
    case 'materials':
      return linesToBring(guide)
        .filter((line) => line.status === 'REQUIRED' && draft.materials[line.material.key] === undefined)
        .map((line) => ({ id: materialId(line.material.key), text: say('problem.material', { name: line.material.name }) }))
    case 'review':
      return missingForDelivery(draft.delivery)
  }
}

/** The first page on which something is missing, the last one if nothing is. */
export function firstIncomplete(view: Filled, places: readonly Place[] = placesOf(view.guide)): Place {
  return places.find((place) => missingOn(place, view).length > 0) ?? places.at(-1) ?? { step: 'situation', part: '' }
}

/** Where a step is gone on with: a draft does not keep the page of the form, so it is the first that is not complete. */
export function resumedAt(view: Filled, step: ApplyStep): Place {
  return firstIncomplete(view, placesOf(view.guide).filter((place) => place.step === step))
}

function missingForDelivery({ kind, hallId, name, phone, address }: Draft['delivery']): readonly FieldProblem[] {
  switch (kind) {
    case 'electronic':
      return []
    case 'window':
    case 'terminal':
      return hallId === '' ? [{ id: 'delivery-hallId', text: say('problem.hall') }] : []
    case 'post':
      return [
        ...(name === '' ? [{ id: 'delivery-name', text: say('problem.receiver') }] : []),
        ...(/^1\d{10}$/.test(phone) ? [] : [{ id: 'delivery-phone', text: say('problem.phone') }]),
        ...(address.length < 5 ? [{ id: 'delivery-address', text: say('problem.address') }] : []),
      ]
  }
}
