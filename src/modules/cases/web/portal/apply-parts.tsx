import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import type { ApplyStep } from './apply-draft.ts'
import type { ApplyView } from './apply-view.ts'
import { say } from './text.ts'

/** What each step is given. */
export interface StepProps {
  readonly view: ApplyView
  readonly problems: readonly FieldProblem[]
}

/** The error of one control, from the lines of the summary. */
export function problemAt(problems: readonly FieldProblem[], id: string): string | undefined {
  return problems.find((problem) => problem.id === id)?.text
}

interface StepButtonsProps {
  readonly on: ApplyStep | 'submit'
  readonly back: ApplyStep | undefined
  readonly implementCode: string
}

/** On, and one step back with everything kept. The way on stands first, so that Enter takes it. */
export function StepButtons({ on, back, implementCode }: StepButtonsProps) {
  return (
    <Actions>
      <Button name="go" value={on}>
        {say(on === 'submit' ? 'apply.submit' : 'apply.on')}
      </Button>
      {back === undefined ? (
        <ButtonLink kind="plain" href={`/services/${implementCode}`}>
          {say('apply.to-guide')}
        </ButtonLink>
      ) : (
        <Button kind="plain" name="go" value={back} formNoValidate>
          {say('apply.back')}
        </Button>
      )}
      <Button kind="plain" name="go" value="later" formNoValidate>
        {say('apply.later')}
      </Button>
    </Actions>
  )
}
