import { Button, ButtonLink } from '#ui/button.tsx'
import { DialogPage } from '#ui/dialog-page.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import { type Filled, type Question, Questions } from './questions.tsx'
import { Note } from '#ui/section.tsx'
import { Refused } from './record-form.tsx'
import { say } from './record-text.ts'

interface LastDayDialogProps {
  readonly action: string
  readonly formKey: string
  readonly title: string
  readonly about: string
  readonly note: string
  readonly doing: string
  readonly back: string
  readonly questions: readonly Question[]
  readonly filled: Filled
  readonly problems: readonly FieldProblem[] | undefined
}

/** Something that ends with a last day, as a question of its own. */
export function LastDayDialog({ action, formKey, title, about, note, doing, back, questions, filled, problems }: LastDayDialogProps) {
  return (
    <div className="wrap">
      <Refused problems={problems} />
      <DialogPage
        action={action}
        about={about}
        title={title}
        actions={
          <>
            <Button kind="over">{doing}</Button>
            <ButtonLink kind="plain" href={back}>
              {say('back')}
            </ButtonLink>
          </>
        }
      >
        <input type="hidden" name="key" value={formKey} />
        <Questions questions={questions} filled={filled} problems={problems ?? []} />
        <div className="mt-s">
          <Note kind="near">{note}</Note>
        </div>
      </DialogPage>
    </div>
  )
}
