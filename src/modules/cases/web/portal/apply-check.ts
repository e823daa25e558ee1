import type { FieldProblem } from '#ui/error-summary.tsx'
import { formFault } from '#ui/form-fault.ts'
import type { RefusalShown } from '#web/refusals.ts'
import { Delivery } from '../../schema.ts'
import { type ApplyStep, deliveryOf, type Draft } from './apply-draft.ts'
import { answerId, fieldId, materialId } from './apply-fields.ts'
import { type Place, placesOf, sectionAt } from './apply-places.ts'
import { type ApplyView, type Guide, linesToBring } from './apply-view.ts'
import { say } from './text.ts'

type Filled = Pick<ApplyView, 'draft' | 'guide' | 'faults' | 'regionNames'>
type Faults = RefusalShown['fields']

/** What is missing or wrong on a page, so that nobody learns of it only at the end: found by the rules of filing, which checks everything again. */
export function problemsOn(place: Place, { draft, guide, faults, regionNames }: Filled): readonly FieldProblem[] {
  switch (place.step) {
    case 'situation':
      return answerProblems(guide, faults)
    case 'form':
      return fieldProblems(sectionAt(place, guide)?.fields ?? [], faults, draft.form)
    case 'materials':
      return linesToBring(guide)
        .filter((line) => line.status === 'REQUIRED' && draft.materials[line.material.key] === undefined)
        .map((line) => ({ id: materialId(line.material.key), text: say('problem.material', { name: line.material.name }) }))
    case 'review':
      return deliveryProblems(draft.delivery, regionNames)
  }
}

export function answerProblems({ questions }: Pick<Guide, 'questions'>, faults: Faults): readonly FieldProblem[] {
  return questions.filter(({ key }) => faults.some(({ pointer }) => pointer === `/answers/${key}`)).map(({ key, question }) => ({ id: answerId(key), text: say('problem.answer', { question }) }))
}

/** The faults of some fields of the form, in the order in which these are asked. */
export function fieldProblems(fields: Guide['form']['sections'][number]['fields'], faults: Faults, values: Draft['form']): readonly FieldProblem[] {
  return fields.flatMap((field) => {
    const fault = faults.find(({ pointer }) => pointer === `/form/${field.key}`)
    return fault === undefined ? [] : [{ id: fieldId(field.key), text: formFault(field, fault, values[field.key] === undefined) }]
  })
}

/** The first page on which something is missing or wrong, the last one if nothing is. */
export function firstIncomplete(view: Filled, places: readonly Place[] = placesOf(view.guide)): Place {
  return places.find((place) => problemsOn(place, view).length > 0) ?? places.at(-1) ?? { step: 'situation', part: '' }
}

/** Where a step is gone on with: a draft does not keep the page of the form, so it is the first that is not complete. */
export function resumedAt(view: Filled, step: ApplyStep): Place {
  return firstIncomplete(view, placesOf(view.guide).filter((place) => place.step === step))
}

const deliveryWords = { hallId: 'problem.hall', name: 'problem.receiver', phone: 'problem.phone', address: 'problem.address' } as const

/** A region alone is no address. */
function deliveryProblems(delivery: Draft['delivery'], regionNames: string): readonly FieldProblem[] {
  const given = deliveryOf(delivery, delivery.address === '' ? '' : regionNames)
  const wrong = new Set(Delivery.safeParse(given).error?.issues.map(({ path }) => path[0]))
  return (['hallId', 'name', 'phone', 'address'] as const).filter((part) => wrong.has(part)).map((part) => ({ id: `delivery-${part}`, text: say(deliveryWords[part]) }))
}
