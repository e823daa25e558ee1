import { fine, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import type { FormField, ItemVersion, ScenarioAnswers } from '#modules/catalogue/index.ts'
import { checkAnswers } from './admission.ts'
import { checkForm, type FormValues } from './form.ts'

/** What the applicant answered and wrote. */
export interface FilledIn {
  readonly answers: ScenarioAnswers
  readonly form: FormValues
}

/** Whether the questions are answered and the form is in order, with every fault at once: filing asks it, and each page before filing. */
export function checkFilledIn(item: Pick<ItemVersion, 'scenarios' | 'form'>, { answers, form }: FilledIn, holds: (condition: FormField['showWhen'], answers: ScenarioAnswers) => boolean): Verdict {
  const refused = [checkAnswers(item, answers, holds), checkForm(item, form, answers, holds)].flatMap((verdict) => (verdict.ok ? [] : [verdict.refusal]))
  const [first] = refused
  return first === undefined ? fine : refuse(first.type, first.details, refused.flatMap(({ fields }) => fields))
}
