import type { FieldProblem } from '#ui/error-summary.tsx'
import type { ApplyStep, Draft } from './apply-draft.ts'
import { answerId, fieldId, materialId } from './apply-fields.ts'
import { type Guide, linesToBring } from './apply-view.ts'
import { say } from './text.ts'

/** What is still missing on a step, so that nobody learns of it only at the end. Filing checks everything again. */
export function missingOn(step: ApplyStep, draft: Draft, guide: Guide): readonly FieldProblem[] {
  switch (step) {
    case 'situation':
      return guide.questions.filter((question) => guide.openQuestions.includes(question.key)).map((question) => ({ id: answerId(question.key), text: say('problem.answer', { question: question.question }) }))
    case 'form':
      return guide.form.sections.flatMap((section) => section.fields.filter((field) => field.required && draft.form[field.key] === undefined).map((field) => ({ id: fieldId(field.key), text: say('problem.field', { label: field.label }) })))
    case 'materials':
      return linesToBring(guide)
        .filter((line) => line.status === 'REQUIRED' && draft.materials[line.material.key] === undefined)
        .map((line) => ({ id: materialId(line.material.key), text: say('problem.material', { name: line.material.name }) }))
    case 'review':
      return missingForDelivery(draft.delivery)
  }
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
