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

interface TypedField {
  readonly name: string
  readonly label: string
  /** How the field is filled in; a text unless told. */
  readonly as?: string
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined
}

/** Fields of which a code is sent, not what somebody reads in them. */
const codedFields: readonly string[] = ['radios', 'select', 'units', 'boxes', 'check']

/** What was typed into the fields of a step, under their labels: of a choice its words, and nothing where they are not known here. */
export function typedLines(fields: readonly TypedField[], typed: Readonly<Record<string, string>>): NotGivenProps['typed'] {
  return fields.flatMap(({ name, label, as = 'line', options }) => {
    const sent = typed[name]
    const text = options === undefined && !codedFields.includes(as) ? sent : options?.find(({ value }) => value === sent)?.label
    return text ? [{ label, text }] : []
  })
}
