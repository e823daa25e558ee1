import { ErrorSummary } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Pane } from '#ui/section.tsx'
import { say } from './text.ts'

interface NotGivenProps {
  /** Why not. */
  readonly title: string
  readonly typed: readonly { readonly label: string; readonly text: string }[]
}

/** A step that was refused and is no longer offered, because somebody else was faster: its form is gone, what was typed into it stands here. */
export function NotGiven({ title, typed }: NotGivenProps) {
  return (
    <Pane id="not-given" title={say('notGiven')}>
      <ErrorSummary title={title} problems={[]} />
      {typed.length === 0 ? null : (
        <>
          <p>{say('notGiven.kept')}</p>
          <FactsList facts={typed.map(({ label, text }) => ({ term: label, value: text }))} />
        </>
      )}
    </Pane>
  )
}

/** What was typed into the fields of a step, under their labels. */
export function typedLines(fields: readonly { readonly name: string; readonly label: string }[], typed: Readonly<Record<string, string>>): NotGivenProps['typed'] {
  return fields.flatMap(({ name, label }) => (typed[name] ? [{ label, text: typed[name] }] : []))
}
