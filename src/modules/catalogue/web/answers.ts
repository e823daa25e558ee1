import type { OutputOf } from '#app'

export type Question = OutputOf<'catalogue.get-guide'>['questions'][number]
export type Answers = Readonly<Record<string, readonly string[]>>

type Item = OutputOf<'catalogue.get-item'>['item']

interface AskingItem {
  readonly materials: readonly Pick<Item['materials'][number], 'when'>[]
  readonly scenarios: readonly Pick<Item['scenarios'][number], 'key' | 'showWhen'>[]
}

const prefix = 'a.'

/** The answers in the address of a guide: `a.<question>=<option>`, a question of many options more than once. Unknown ones are left out. */
export function readAnswers(params: URLSearchParams, questions: readonly Pick<Question, 'key' | 'choose' | 'options'>[]): Answers {
  const answers: Record<string, readonly string[]> = {}
  for (const { key, choose, options } of questions) {
    const chosen = params.getAll(prefix + key).filter((value) => options.some((option) => option.key === value))
    if (chosen.length > 0) answers[key] = choose === 'ONE' ? chosen.slice(0, 1) : [...new Set(chosen)]
  }
  return answers
}

/** The name of a question's field. */
export function fieldOf(question: string): string {
  return prefix + question
}

/** The answers as part of an address. */
export function answersQuery(answers: Answers): string {
  const params = new URLSearchParams(Object.entries(answers).flatMap(([question, chosen]) => chosen.map((option) => [fieldOf(question), option])))
  return params.size > 0 ? `?${params}` : ''
}

/** Whether answers that decide the list of materials are still to come. */
export function isListOpen(item: AskingItem, { openQuestions }: { readonly openQuestions: readonly string[] }): boolean {
  const deciding = questionsOfMaterials(item)
  return openQuestions.some((question) => deciding.has(question))
}

/** The questions on whose answers the list of materials hangs: those that a material names, and those that lead to them. */
function questionsOfMaterials({ materials, scenarios }: AskingItem): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = materials.flatMap(({ when }) => when.map(({ question }) => question))
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue
    found.add(key)
    waiting.push(...(scenarios.find((question) => question.key === key)?.showWhen ?? []).map(({ question }) => question))
  }
  return found
}

/** The labels of the chosen options, in the order of the questions. */
export function answerLabels(questions: readonly Question[], answers: Answers): readonly string[] {
  return questions.flatMap(({ key, options }) => options.filter((option) => answers[key]?.includes(option.key)).map((option) => option.label))
}
