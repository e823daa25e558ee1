import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import type { FieldProblem } from '#ui/error-summary.tsx'
import type { RegionLevel } from '#web/region-levels.ts'
import type { Place } from './apply-places.ts'
import type { ApplyView } from './apply-view.ts'
import { say } from './text.ts'

/** What each page is given. */
export interface StepProps {
  readonly view: ApplyView
  readonly place: Place
  readonly problems: readonly FieldProblem[]
  /** The menus of the receiver's region, where he is asked for. */
  readonly regions: readonly RegionLevel[]
}

/** The error of one control, from the lines of the summary. */
export function problemAt(problems: readonly FieldProblem[], id: string): string | undefined {
  return problems.find((problem) => problem.id === id)?.text
}

interface StepButtonsProps {
  readonly submits: boolean
  /** The guide, from where an application begins; otherwise the page before. */
  readonly backTo: string | undefined
}

/** On, and one page back with everything kept. The way on stands first, so that Enter takes it. */
export function StepButtons({ submits, backTo }: StepButtonsProps) {
  return (
    <Actions>
      <Button name="go" value={submits ? 'submit' : 'on'}>
        {say(submits ? 'apply.submit' : 'apply.on')}
      </Button>
      {backTo === undefined ? (
        <Button kind="plain" name="go" value="back" formNoValidate>
          {say('apply.back')}
        </Button>
      ) : (
        <ButtonLink kind="plain" href={backTo}>
          {say('apply.to-guide')}
        </ButtonLink>
      )}
      <Button kind="plain" name="go" value="later" formNoValidate>
        {say('apply.later')}
      </Button>
    </Actions>
  )
}
