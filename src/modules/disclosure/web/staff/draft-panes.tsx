import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Pane } from '#ui/section.tsx'
import { ANSWER_KINDS } from '../../schema.ts'
import { optionsOf, say, wordOf } from '../text.ts'

/** The first step of a draft: its one main kind, from which follows what it must say (O-08). */
export function KindPane({ number, kind }: { readonly number: string; readonly kind: string | undefined }) {
  return (
    <Pane id="draft-answer" title={wordOf('commands', 'draft-answer')}>
      <form action={`/disclosure-office/requests/${number}`} method="get">
        <Radios name="kind" legend={say('field.kind')} hint={say('field.kind.hint')} options={optionsOf('answerKinds', ANSWER_KINDS)} value={kind} />
        <Actions>
          <Button>{say('draft.next')}</Button>
        </Actions>
      </form>
    </Pane>
  )
}

/** Says which kind was chosen, and leads back to choose another. */
export function ChosenKind({ number, kind }: { readonly number: string; readonly kind: string }) {
  return (
    <p>
      {say('draft.chosen', { kind: wordOf('answerKinds', kind) })} <a href={`/disclosure-office/requests/${number}`}>{say('draft.change')}</a>
    </p>
  )
}
