import { fine, refuse, type FieldFault, type Verdict } from '#kernel/errors/refusal.ts'
import { catalogueErrors } from '../errors.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import { conditionHolds, type ScenarioAnswers } from '../schema/scenario.ts'
import { materialsFor } from './checklist.ts'
import { shownLimits } from './shown-limit.ts'

/** Whether every answer belongs to a question and is one of its options; a question for one answer takes one. */
export function answersFit(item: Pick<ItemVersion, 'scenarios'>, answers: ScenarioAnswers): Verdict {
  const faults = Object.entries(answers).flatMap(([key, chosen]): FieldFault[] => {
    const question = item.scenarios.find((one) => one.key === key)
    const known = question !== undefined && chosen.every((option) => question.options.some((one) => one.key === option))
    return known && (question.choose === 'MANY' || chosen.length <= 1) ? [] : [{ pointer: `/answers/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, code: catalogueErrors.answerUnknown.code }]
  })
  return faults.length === 0 ? fine : refuse(catalogueErrors.answerUnknown, {}, faults)
}

/** The guide of one applicant: what of the record concerns him, by his answers. */
export function guideFor(item: ItemVersion, answers: ScenarioAnswers) {
  const holds = <T extends { readonly when: ItemVersion['route']['steps'][number]['when'] }>(one: T): boolean => conditionHolds(one.when, answers)
  const questions = item.scenarios.filter((question) => conditionHolds(question.showWhen, answers))
  return {
    questions,
    openQuestions: questions.filter((question) => (answers[question.key] ?? []).length === 0).map((question) => question.key),
    handlingItems: item.handlingItems.filter(holds),
    materials: materialsFor(item, answers),
    form: {
      sections: item.form.sections
        .map((section) => ({ ...section, fields: section.fields.filter((field) => conditionHolds(field.showWhen, answers)) }))
        .filter((section) => section.fields.length > 0),
    },
    limits: shownLimits(item),
    fees: item.fees,
    procedures: item.specialProcedures.filter(holds),
    route: { steps: item.route.steps.filter(holds) },
    result: item.result,
  }
}
