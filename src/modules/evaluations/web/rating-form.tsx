import type { OutputOf } from '#app'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Checkbox, Checkboxes } from '#ui/choices.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { gradeWord, reasonsOf, say } from './text.ts'

interface RatingFormProps {
  readonly number: string
  readonly service: OutputOf<'evaluations.list-for-case'>['items'][number]
  readonly grade: number
  readonly requestKey: string
}

/** The reasons of the chosen grade, a text, and whether to be named. */
export function RatingForm({ number, service, grade, requestKey }: RatingFormProps) {
  return (
    <form id="rating" action={`/matters/${number}/rate`} method="post">
      <input type="hidden" name="service" value={service.serviceNumber} />
      <input type="hidden" name="grade" value={grade} />
      <input type="hidden" name="key" value={requestKey} />
      <p>
        <strong>{say('rate.chosen', { grade: gradeWord(grade) })}</strong>
      </p>
      <Checkboxes name="reasons" legend={say('rate.reasons')} hint={say('rate.reasons.hint')} options={reasonsOf(grade)} tiles />
      <Field id="text" label={say('rate.text')} hint={say('rate.text.hint')} optional>
        {(ids) => <TextArea {...ids} name="text" maxLength={150} />}
      </Field>
      <Checkbox name="anonymous" label={say('rate.anonymous')} hint={say('rate.anonymous.hint')} />
      <Actions>
        <Button>{say('rate.submit')}</Button>
        <ButtonLink kind="plain" href={`/matters/${number}/rate`}>
          {say('rate.again')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
