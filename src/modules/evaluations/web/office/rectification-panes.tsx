import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/error-summary.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { Pane } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { dueInstantWords, instantWords, longDayWords } from '#web/day-words.ts'
import { type Handling, handlingForm } from './handling-forms.ts'
import { say, wordOf } from './text.ts'

type Shown = OutputOf<'evaluations.get-rectification'>

interface ReviewPaneProps {
  readonly shown: Shown
  /** Whether the reader may open the case that was evaluated. */
  readonly opensCase: boolean
  readonly units: Readonly<Record<string, string>>
}

/** The review as its handler may see it; whoever gave it without a name stays unknown (E-06). */
export function ReviewPane({ shown, opensCase, units }: ReviewPaneProps) {
  const { service } = shown
  return (
    <Pane id="review" title={say('pane.review')} beside={<Tag kind="over">{wordOf('grades', String(shown.grade))}</Tag>}>
      <FactsList
        facts={[
          { term: say('fact.reasons'), value: shown.reasons.map((reason) => wordOf('reasons', reason)).join('；') || say('fact.none') },
          { term: say('fact.text'), value: shown.text ?? say('fact.none') },
          { term: say('fact.day'), value: longDayWords(shown.evaluatedOn) },
          { term: say('fact.evaluator'), value: evaluatorWords(shown) },
          { term: say('fact.service'), value: say('fact.service.line', { kind: wordOf('serviceKinds', service.kind), item: service.itemName ?? say('item.none') }) },
          { term: say('column.unit'), value: units[service.unitId] ?? service.unitId },
          { term: say('fact.case'), value: caseShown(service.caseNumber, opensCase) },
          { term: say('fact.handler'), value: shown.handlingUnitId === null ? say('fact.none') : (units[shown.handlingUnitId] ?? shown.handlingUnitId) },
        ]}
      />
    </Pane>
  )
}

export function ProgressPane({ shown }: { readonly shown: Shown }) {
  const dues = [
    { term: say('due.contact'), at: shown.contactDueAt },
    { term: say('due.rectify'), at: shown.rectifyDueAt },
  ].flatMap(({ term, at }) => (at === null ? [] : [{ term, value: dueInstantWords(at, shown.dueProvisional) }]))
  return (
    <Pane id="progress" title={say('pane.progress')} meta={wordOf('states', shown.state)}>
      {dues.length > 0 ? <FactsList facts={dues} /> : null}
      <Timeline
        small
        entries={[
          ...shown.notes.toReversed().map((note) => ({
            title: say(note.published ? 'note.published' : 'note.internal', { command: wordOf('commands', note.command) }),
            at: note.at,
            when: instantWords(note.at),
            text: note.text ?? say('fact.hidden'),
          })),
          { title: say('opened'), at: shown.openedAt, when: instantWords(shown.openedAt) },
        ]}
      />
    </Pane>
  )
}

export interface HandlingRefused {
  readonly command: string
  readonly title: string
  readonly problems: readonly FieldProblem[]
  readonly typed: Readonly<Record<string, string>>
}

interface HandlingPaneProps {
  readonly number: string
  readonly command: Handling
  readonly idempotencyKey: string
  readonly refused: HandlingRefused | undefined
}

/** One step that may be taken now, as a form of its own. */
export function HandlingPane({ number, command, idempotencyKey, refused }: HandlingPaneProps) {
  const { fields, button, over } = handlingForm(command)
  return (
    <Pane id={command} title={button}>
      {refused ? <ErrorSummary title={refused.title} problems={refused.problems} /> : null}
      <form action={`/reviews/${number}`} method="post">
        <input type="hidden" name="command" value={command} />
        <input type="hidden" name="key" value={`${command}-${idempotencyKey}`} />
        {fields.map(({ name, label, hint, options }) => {
          const id = `${command}-${name}`
          const error = refused?.problems.find((problem) => problem.id === id)?.text
          if (options) return <Radios key={name} name={id} legend={label} hint={hint} error={error} options={options} value={refused?.typed[name]} />
          return (
            <Field key={name} id={id} label={label} hint={hint} error={error}>
              {(ids) => <TextArea {...ids} name={id} rows={3} defaultValue={refused?.typed[name]} />}
            </Field>
          )
        })}
        <Actions>
          <Button kind={over ? 'over' : 'first'}>{button}</Button>
        </Actions>
      </form>
    </Pane>
  )
}

/** The case for whoever may open it; for who knows it only by its number, that. */
function caseShown(number: string | null, opens: boolean) {
  if (number === null) return say('fact.hidden')
  const tail = number.slice(-12)
  return opens ? <a className="num" href={`/supervision/cases/${number}`}>{tail}</a> : <span className="num">{tail}</span>
}

/** Who evaluated: under a name he is called by the due day of the first contact, as long as that is owed. */
function evaluatorWords({ anonymous, contactDueAt, dueProvisional }: Pick<Shown, 'anonymous' | 'contactDueAt' | 'dueProvisional'>): string {
  if (anonymous) return say('fact.anonymous')
  return contactDueAt === null ? say('fact.named') : say('fact.named.due', { when: dueInstantWords(contactDueAt, dueProvisional) })
}
