import type { OutputOf } from '#app'

type Theme = Pick<OutputOf<'catalogue.get-theme'>['theme'], 'steps' | 'questions'>

/** Which items of a theme the answers keep, and which they add beyond its steps. Unanswered questions change nothing. */
export function chosenItems({ steps, questions }: Theme, answers: Readonly<Record<string, string>>): { keeps(item: string): boolean; readonly added: readonly string[] } {
  const options = questions.flatMap((question) => question.options.filter((option) => option.key === answers[question.key]))
  const added = new Set(options.flatMap((option) => option.adds))
  const removed = new Set(options.flatMap((option) => option.removes).filter((item) => !added.has(item)))
  const inSteps = new Set(steps.flatMap((step) => step.items.map((one) => one.item)))
  return { keeps: (item) => !removed.has(item), added: [...added].filter((item) => !inSteps.has(item)) }
}
