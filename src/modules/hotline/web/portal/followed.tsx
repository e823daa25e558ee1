import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/inputs.tsx'
import { Section } from '#ui/section.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { instantWords } from '#web/day-words.ts'
import { dueWords } from '../due-words.ts'
import { optionsOf, say, wordOf } from './text.ts'

interface FollowedProps {
  readonly progress: OutputOf<'hotline.get-progress'>
  readonly code: string
  readonly units: Readonly<Record<string, string>>
}

/** One appeal for who filed it. */
export function Followed({ progress, code, units }: FollowedProps) {
  const { number, state, unitId, dueAt, dueProvisional, reply, application, rejectionClass, originalNumber, mayRate } = progress
  return (
    <Section id="progress" title={say('follow.one', { number })} meta={wordOf('states', state)}>
      <FactsList
        facts={[
          { term: say('column.kind'), value: wordOf('kinds', progress.kind) },
          ...(unitId === null ? [] : [{ term: say('column.unit'), value: units[unitId] ?? '' }]),
          ...(dueAt === null ? [] : [{ term: say('follow.due'), value: dueWords(dueAt, dueProvisional) }]),
          ...(rejectionClass === null ? [] : [{ term: say('follow.rejected'), value: wordOf('rejectionClasses', rejectionClass) }]),
          ...(originalNumber === null ? [] : [{ term: say('follow.linked'), value: originalNumber, code: true }]),
        ]}
      />
      {progress.told.map(({ at, text }) => (
        <div key={at} className="note">
          <h3>{say('follow.told')}</h3>
          <p>{text}</p>
        </div>
      ))}
      {reply === null ? null : (
        <div className="note">
          <h3>{say('follow.reply')}</h3>
          <p>{reply}</p>
        </div>
      )}
      {application === null ? null : (
        <p className="mt">
          <a className="btn btn-2" href={applyAddress(application)}>
            {say('follow.apply')}
          </a>
        </p>
      )}
      <Timeline small entries={progress.steps.toReversed().map((step) => ({ title: wordOf('states', step.state), at: step.at, when: instantWords(step.at) }))} />
      {mayRate ? (
        <form className="mt" action="/appeals" method="post">
          <input type="hidden" name="act" value="rate" />
          <input type="hidden" name="no" value={number} />
          {code === '' ? (
            <p className="meta">{say('follow.rate.code')}</p>
          ) : (
            <>
              <input type="hidden" name="code" value={code} />
              <Radios name="solved" legend={say('follow.solved')} options={[{ value: 'yes', label: say('yes.solved') }, { value: 'no', label: say('no.solved') }]} />
              <Radios name="satisfaction" legend={say('follow.satisfaction')} options={optionsOf('satisfactions').slice(0, 3)} />
              <Field id="text" label={say('follow.text')} optional>
                {(ids) => <TextArea {...ids} name="text" rows={3} maxLength={1000} />}
              </Field>
              <Actions>
                <Button>{say('follow.rate')}</Button>
              </Actions>
            </>
          )}
        </form>
      ) : null}
    </Section>
  )
}

/** The guided application with what the caller has told already: the guide reads `a.<question>` from the address. */
function applyAddress({ implementCode, answers }: { readonly implementCode: string; readonly answers: Readonly<Record<string, readonly string[]>> }): string {
  const params = new URLSearchParams(Object.entries(answers).flatMap(([question, chosen]) => chosen.map((option): [string, string] => [`a.${question}`, option])))
  return `/apply/${implementCode}${params.size === 0 ? '' : `?${params.toString()}`}`
}
