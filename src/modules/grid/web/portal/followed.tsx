import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Section } from '#ui/section.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { dayWords, dueInstantWords, instantWords } from '#web/day-words.ts'
import { categoryName, cellWords, optionsOf, say, wordOf } from '../portal-text.ts'

interface FollowedProps {
  readonly progress: OutputOf<'grid.get-progress'>
  readonly code: string
  readonly names: { readonly communities: Readonly<Record<string, string>>; readonly units: Readonly<Record<string, string>> }
}

/** One report for whoever made it. */
export function Followed({ progress, code, names }: FollowedProps) {
  const { number, state, category, cellId, unitId, dueAt, provisional, declined, reviewOn, grade, notes, steps } = progress
  return (
    <Section id="progress" title={say('follow.one', { number })} meta={wordOf('states', state)}>
      <FactsList
        facts={[
          { term: say('column.category'), value: categoryName(category) },
          { term: say('cell'), value: cellWords(cellId, names.communities[cellId.slice(0, 12)]) },
          ...(unitId === null ? [] : [{ term: say('column.unit'), value: names.units[unitId] ?? '' }]),
          ...(dueAt === null ? [] : [{ term: say('clock.dispose'), value: dueInstantWords(dueAt, provisional) }]),
          ...(declined === null ? [] : [{ term: say('follow.declined'), value: wordOf('declineReasons', declined) }]),
          ...(reviewOn === null ? [] : [{ term: say('follow.review'), value: dayWords(reviewOn) }]),
          ...(grade === null ? [] : [{ term: say('follow.grade'), value: wordOf('grades', grade) }]),
        ]}
      />
      {notes.map(({ command, at, text }) => (
        <div className="note" key={`${command} ${at}`}>
          <h3>{wordOf('commands', command)}</h3>
          <p>{text}</p>
        </div>
      ))}
      <Timeline small entries={steps.toReversed().map((step) => ({ title: wordOf('states', step.state), at: step.at, when: instantWords(step.at) }))} />
      {state === 'concluded' && code !== '' ? (
        <form className="mt" action="/grid/follow" method="post">
          <input type="hidden" name="no" value={number} />
          <input type="hidden" name="code" value={code} />
          <Radios name="grade" legend={say('follow.rate.legend')} options={optionsOf('grades')} />
          <Actions>
            <Button>{say('follow.rate')}</Button>
          </Actions>
        </form>
      ) : null}
    </Section>
  )
}
