import { Button } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import { Section } from '#ui/section.tsx'
import { type Answers, fieldOf, type Question } from './answers.ts'
import type { GuideFound } from './guide-found.ts'
import { say } from './text.ts'

/** 情形引导 as a GET form: the address then is the guide of this situation, to be kept or sent to somebody. */
export function GuideSituation({ found: { item, guide, answers } }: { readonly found: GuideFound }) {
  return (
    <Section id="situation" title={say('guide.situation')} meta={say('guide.situation.meta')}>
      <form action={`/services/${item.implementCode}#materials`} method="get">
        {guide.questions.map((question) => (
          <QuestionField key={question.key} question={question} answers={answers} />
        ))}
        <p className="mt">
          <Button kind="second">{say('guide.situation.update')}</Button>
        </p>
      </form>
      {guide.openQuestions.length > 0 ? <p className="meta mt-s">{say('guide.situation.open', { count: guide.openQuestions.length })}</p> : null}
    </Section>
  )
}

/** One question of a situation. */
export function QuestionField({ question, answers }: { readonly question: Question; readonly answers: Answers }) {
  const chosen = answers[question.key] ?? []
  const props = {
    name: fieldOf(question.key),
    legend: question.question,
    ...(question.hint === null ? {} : { hint: question.hint }),
    options: question.options.map((option) => ({ value: option.key, label: option.label, hint: option.effect ?? undefined })),
    tiles: true,
  }
  return question.choose === 'ONE' ? <Radios {...props} value={chosen[0]} /> : <Checkboxes {...props} values={chosen} />
}
