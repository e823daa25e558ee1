import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { FactsList } from '#ui/facts.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/inputs.tsx'
import { Note, Pane } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { dueInstantWords, longDayWords } from '#web/day-words.ts'
import { AnswerFacts, Files, Letters, type Shown } from '../request-facts.tsx'
import { say, wordOf } from '../text.ts'

type Read = OutputOf<'disclosure.read-applicant'>

interface ApplicantPaneProps {
  readonly shown: Shown
  readonly read: Read | undefined
  readonly refused: string | undefined
}

/** Who applies, masked; the whole of it for a purpose that is recorded. */
export function ApplicantPane({ shown, read, refused }: ApplicantPaneProps) {
  const { applicant } = shown
  if (applicant === null) return null
  const facts = { ...applicant, ...read }
  const optional = [
    { term: say('register.address'), value: read?.address },
    { term: say('register.email'), value: read?.email },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []))
  return (
    <Pane id="applicant" title={say('room.applicant')} meta={wordOf('applicantKinds', shown.applicantKind)}>
      <FactsList
        facts={[
          { term: say('register.name'), value: facts.name ?? say('fact.forgotten') },
          { term: say('fact.idNumber'), value: facts.idNumber ?? say('fact.forgotten'), code: true },
          { term: say('fact.phone'), value: facts.phone ?? say('fact.forgotten'), code: true },
          ...optional,
        ]}
      />
      {refused ? <Note kind="near">{refused}</Note> : null}
      {read || (shown.reach !== 'officer' && shown.reach !== 'head') ? null : (
        <details>
          <summary>{say('room.read')}</summary>
          <form action={`/disclosure-office/requests/${shown.number}`} method="post">
            <input type="hidden" name="command" value="read-applicant" />
            <Field id="purpose" label={say('room.read.purpose')} hint={say('room.read.note')}>
              {(ids) => <Select {...ids} name="purpose" options={(['contact', 'delivery', 'review'] as const).map((value) => ({ value, label: say(`room.purpose.${value}`) }))} />}
            </Field>
            <Actions>
              <Button kind="second">{say('room.read')}</Button>
            </Actions>
          </form>
        </details>
      )}
    </Pane>
  )
}

/** Others who asked for the same, so that a repetition is seen and what many ask for as well (O-15, O-16). */
export function LikePane({ shown }: { readonly shown: Shown }) {
  if (shown.like.length === 0) return null
  return (
    <Pane id="like" title={say('room.like')}>
      <ul>
        {shown.like.map((one) => (
          <li key={one.number}>
            <a className="num" href={`/disclosure-office/requests/${one.number}`}>
              {one.number}
            </a>{' '}
            {say(one.sameApplicant ? 'room.like.same' : 'room.like.other')} {say(one.answered ? 'room.like.answered' : 'room.like.open')}
          </li>
        ))}
      </ul>
    </Pane>
  )
}

/** Who was asked and what was said. */
export function ConsultationPane({ shown }: { readonly shown: Shown }) {
  if (shown.consultations.length === 0) return null
  return (
    <Pane id="consultations" title={say('room.consultations')}>
      {shown.consultations.map(({ id, kind, party, dueAt, provisional, opinion, text }) => (
        <div key={id}>
          <p>
            <Tag kind={opinion === null ? 'stop' : 'plain'}>{wordOf('askedKinds', kind)}</Tag> {party}{' '}
            {opinion === null ? say('room.consultation.open', { due: dueInstantWords(dueAt, provisional) }) : wordOf('opinions', opinion)}
          </p>
          {text === null ? null : <p>{text}</p>}
        </div>
      ))}
    </Pane>
  )
}

/** The draft or the answer, its files, letters, excerpts, and what came of it. */
export function AnswerPane({ shown }: { readonly shown: Shown }) {
  const mayMake = shown.commands.includes('draft-answer')
  return (
    <>
      {shown.answer === null ? null : (
        <Pane id="answer" title={say(shown.answer.answeredAt === null ? 'room.draft' : 'request.answer')}>
          <AnswerFacts answer={shown.answer} />
          {shown.files.length === 0 ? null : <Files shown={shown} />}
        </Pane>
      )}
      {mayMake || shown.excerpts.length > 0 ? (
        <Pane id="excerpts" title={say('room.excerpts')} beside={mayMake ? <a href={`/disclosure-office/requests/${shown.number}/excerpt`}>{say('room.excerpt.make')}</a> : undefined}>
          {shown.excerpts.length === 0 ? <p>{say('fact.none')}</p> : null}
          {shown.excerpts.map(({ fileId, name, passages, pages }) => (
            <p key={fileId}>
              <a href={`/api/v1/disclosure/requests/${shown.number}/files/${fileId}`}>{name}</a> <small>{say('room.excerpt.of', { passages, pages: pages.length })}</small>
            </p>
          ))}
        </Pane>
      ) : null}
      <Pane id="documents" title={say('request.documents')}>
        <Letters shown={shown} page={`/disclosure-office/requests/${shown.number}`} />
      </Pane>
      {shown.remedies.length === 0 ? null : (
        <Pane id="remedies" title={say('room.remedies')}>
          <FactsList facts={shown.remedies.map(({ kind, filedOn, result, decidedOn }) => ({ term: `${wordOf('remedyKinds', kind)} ${longDayWords(filedOn)}`, value: decidedOn === null ? wordOf('remedyResults', result) : say('room.remedy.decided', { result: wordOf('remedyResults', result), day: longDayWords(decidedOn) }) }))} />
        </Pane>
      )}
    </>
  )
}
