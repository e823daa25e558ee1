import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Note, Pane } from '#ui/section.tsx'
import type { CaseRoom } from './case-loader.ts'
import type { Choices } from './command-choices.ts'
import { CommandFields } from './command-fields.tsx'
import { commandForm, type FormCommand, isFormCommand } from './command-forms.ts'
import type { Typed } from './command-input.ts'
import { reviewFormId } from './look-way.tsx'
import { say, wordOf } from './text.ts'

/** What the reader may do with the case now, as the server says it: the main act as a form, the others as ways to their own page. */
export function ActionsPane({ room, choices, typed }: { readonly room: CaseRoom; readonly choices: Choices; readonly typed?: Typed | undefined }) {
  const { view, path } = room
  const others = view.commands.filter((command) => command !== 'review')
  const atDesk = view.commands.some((command) => command === 'accept' || command === 'request-correction')
  const supplies = view.commands.some((command) => command === 'correct' || command === 'supply-material')
  return (
    <Pane id="actions" title={say('pane.actions')}>
      {view.commands.length === 0 ? <p>{say('actions.none')}</p> : null}
      {view.commands.includes('review') ? <ReviewForm room={room} choices={choices} typed={typed} /> : null}
      <div className="stack-s">
        {atDesk ? (
          <ButtonLink href={`${path}/check`} wide shortcut="s">
            {say('actions.check')}
          </ButtonLink>
        ) : null}
        {supplies ? (
          <ButtonLink href={`${path}/supply`} kind="second" wide>
            {say(view.commands.includes('correct') ? 'actions.correct' : 'actions.supply')}
          </ButtonLink>
        ) : null}
        {others.filter(isFormCommand).map((command) => (
          <OneCommand key={command} room={room} command={command} />
        ))}
      </div>
      {view.commands.includes('decide') ? <OpenOpinions {...room} /> : null}
    </Pane>
  )
}

/** A command that asks nothing is a button; one that asks something is a page of its own, so that it can be read before it is given. */
function OneCommand({ room: { view, path, formKey }, command }: { readonly room: CaseRoom; readonly command: FormCommand }) {
  const { fields, over } = commandForm(command)
  const href = `${path}/${command}`
  if (fields.length > 0) {
    return (
      <ButtonLink href={href} kind={command === 'decide' ? 'first' : over ? 'plain' : 'second'} wide>
        {wordOf('commands', command)}
      </ButtonLink>
    )
  }
  return (
    <form action={href} method="post">
      <HiddenFields command={command} version={view.version} idempotencyKey={formKey} />
      <Button kind="second" wide>
        {wordOf('commands', command)}
      </Button>
    </form>
  )
}

function ReviewForm({ room: { view, path, formKey }, choices, typed }: { readonly room: CaseRoom; readonly choices: Choices; readonly typed: Typed | undefined }) {
  return (
    <form id={reviewFormId} action={`${path}/review`} method="post">
      <HiddenFields command="review" version={view.version} idempotencyKey={formKey} />
      <CommandFields fields={commandForm('review').fields} typed={typed} choices={choices} />
      <Actions>
        <Button shortcut="s">{say('actions.review')}</Button>
      </Actions>
    </form>
  )
}

function OpenOpinions({ view, units }: CaseRoom) {
  const open = view.steps.filter((step) => step.kind === 'REVIEW' && step.state !== 'done')
  if (open.length === 0) return null
  return <Note kind="near">{say('actions.reviewsOpen', { units: [...new Set(open.map((step) => units[step.unitId] ?? step.unitId))].join('、') })}</Note>
}

interface HiddenFieldsProps {
  readonly command: string
  readonly version: number
  readonly idempotencyKey: string
}

/** What every form of a case sends along: the state that the reader saw, and a key against giving the command twice. */
export function HiddenFields({ command, version, idempotencyKey }: HiddenFieldsProps) {
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="key" value={`${command}-${idempotencyKey}`} />
    </>
  )
}
