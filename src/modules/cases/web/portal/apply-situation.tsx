import { Checkboxes, Radios } from '#ui/choices.tsx'
import { Note } from '#ui/section.tsx'
import { answerId } from './apply-fields.ts'
import { problemAt, type StepProps } from './apply-parts.tsx'
import { applicantsOf } from './apply-view.ts'
import { say } from './text.ts'

/** Who applies, and the questions that decide about form and materials. */
export function SituationStep({ view, problems }: StepProps) {
  const { guide, draft, item } = view
  const applicants = applicantsOf(view)
  return (
    <>
      {view.level < Number(item.minimumAssurance.slice(1)) ? (
        <Note kind="near">
          {say('apply.level', { level: say(`level.${item.minimumAssurance}`) })}
          <a href="/me#level">{say('apply.level.raise')}</a>
        </Note>
      ) : null}
      {item.online ? null : <Note kind="near">{say('apply.not-online')}</Note>}
      {applicants.length === 0 ? <Note kind="near">{say('apply.nobody')}</Note> : null}
      {applicants.length > 0 ? (
        <Radios name="applicantId" legend={say('apply.applicant')} hint={say('apply.applicant.hint')} options={applicants} value={chosenOf(draft.applicantId, applicants)} error={problemAt(problems, 'applicantId')} tiles />
      ) : null}
      {guide.questions.map((question) => {
        const shared = {
          name: answerId(question.key),
          legend: question.question,
          ...(question.hint === null ? {} : { hint: question.hint }),
          error: problemAt(problems, answerId(question.key)),
          options: question.options.map((option) => ({ value: option.key, label: option.label, hint: option.effect ?? undefined })),
          tiles: true,
        }
        const chosen = draft.answers[question.key] ?? []
        return question.choose === 'ONE' ? <Radios key={question.key} {...shared} value={chosen[0]} /> : <Checkboxes key={question.key} {...shared} values={chosen} />
      })}
    </>
  )
}

/** The applicant of the draft, or the first who can be one. */
function chosenOf(applicantId: string, applicants: readonly { readonly value: string }[]): string | undefined {
  return (applicants.find((one) => one.value === applicantId) ?? applicants[0])?.value
}
