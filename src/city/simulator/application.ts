import type { Day } from '#kernel/time/day.ts'
import { conditionHolds, type FormField, type ItemVersion, materialsFor, type ScenarioAnswers } from '#modules/catalogue/index.ts'
import type { InputOf } from '../../app.ts'
import type { Dice } from './dice.ts'
import words from './words.zh-CN.json' with { type: 'json' }

/** Facts about the applicant that forms ask for. */
export interface ApplicantFacts {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly address: string
  readonly creditCode: string
}

export type ApplicationInput = InputOf<'cases.submit-case'>

/** The answers of one applicant to the questions of the guide, each an option that the item offers. */
export function inventedAnswers(item: Pick<ItemVersion, 'scenarios'>, chance: Dice): ScenarioAnswers {
  const answers: Record<string, string[]> = {}
  for (const scenario of item.scenarios) {
    if (conditionHolds(scenario.showWhen, answers)) answers[scenario.key] = [chance.pick(scenario.options).key]
  }
  return answers
}

/** An application that is complete in the sense of the item's own record: every field that it shows, every paper that it demands. */
export function inventedApplication(item: ItemVersion, answers: ScenarioAnswers, applicant: ApplicantFacts, on: { readonly day: Day; readonly chance: Dice }): Pick<ApplicationInput, 'implementCode' | 'answers' | 'form' | 'materials'> {
  const shown = item.form.sections.flatMap((section) => section.fields).filter((field) => conditionHolds(field.showWhen, answers))
  return {
    implementCode: item.implementCode,
    answers: Object.fromEntries(Object.entries(answers).map(([question, chosen]) => [question, [...chosen]])),
    form: Object.fromEntries(shown.map((field) => [field.key, valueOf(field, applicant, on)])),
    materials: requiredPapers(item, answers).map((material) => ({ material, by: 'paper' as const, copies: 1 })),
  }
}

/** Keys of the papers that the applicant must bring for these answers. */
export function requiredPapers(item: ItemVersion, answers: ScenarioAnswers): readonly string[] {
  return materialsFor(item, answers)
    .filter((line) => line.status === 'REQUIRED' && line.material.kind !== 'FORM')
    .map((line) => line.material.key)
}

function valueOf(field: FormField, applicant: ApplicantFacts, { day, chance }: { readonly day: Day; readonly chance: Dice }): string | number | boolean | string[] {
  switch (field.type) {
    case 'number':
    case 'integer':
    case 'money':
    case 'area':
      return chance.between(Math.ceil(field.min ?? 1), Math.floor(Math.min(field.max ?? 500, Math.max(500, field.min ?? 0))))
    case 'yesno':
      return chance.chance(0.7)
    case 'select':
      return chance.pick(field.options).key
    case 'multiselect':
      return [chance.pick(field.options).key]
    case 'date':
      return day
    case 'phone':
      return applicant.phone
    case 'identityNumber':
      return applicant.idNumber
    case 'creditCode':
      return applicant.creditCode
    case 'personName':
      return applicant.name
    case 'address':
      return clipped(applicant.address, field)
    case 'text':
    case 'textarea':
      return clipped(words.filled, field)
  }
}

function clipped(text: string, field: FormField): string {
  return [...text].slice(0, field.maxLength ?? 500).join('')
}
