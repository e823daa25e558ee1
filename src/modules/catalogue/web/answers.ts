import type { OutputOf } from '#app'

export type Question = OutputOf<'catalogue.get-guide'>['questions'][number]
export type Answers = Readonly<Record<string, readonly string[]>>

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

/** The labels of the chosen options, in the order of the questions. */
export function answerLabels(questions: readonly Question[], answers: Answers): readonly string[] {
  return questions.flatMap(({ key, options }) => options.filter((option) => answers[key]?.includes(option.key)).map((option) => option.label))
}
