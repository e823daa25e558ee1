import type { OutputOf } from '#app'
import { type Fact, FactsList } from '#ui/facts.tsx'
import { longDayWords } from '#web/day-words.ts'
import { DocumentLinks } from '#web/document-links.tsx'
import { say, wordOf, yuan } from './portal-text.ts'

export type Shown = OutputOf<'disclosure.get-request'>

/** What is asked for, of whom and in which form. */
export function RecordFacts({ shown, unit }: { readonly shown: Shown; readonly unit: string }) {
  const { record, receivedOn, clarification, fee } = shown
  const facts: Fact[] = [
    { term: say('fact.title'), value: record.title ?? say('fact.forgotten') },
    ...(record.docNo === null ? [] : [{ term: say('fact.docNo'), value: record.docNo }]),
    ...(record.features === null ? [] : [{ term: say('fact.features'), value: record.features }]),
    { term: say('fact.unit'), value: unit },
    { term: say('fact.channel'), value: wordOf('channels', shown.channel) },
    { term: say('fact.form'), value: wordOf('wantedForms', shown.wantedForm) },
    { term: say('fact.arrived'), value: longDayWords(shown.arrivedOn) },
    { term: say('fact.received'), value: receivedOn === null ? say('fact.received.none') : longDayWords(receivedOn) },
    ...(clarification === null ? [] : [{ term: say('fact.clarify'), value: clarification.clarifiedOn === null ? say('fact.clarify.by', { by: longDayWords(clarification.by) }) : say('fact.clarify.done', { day: longDayWords(clarification.clarifiedOn) }) }]),
    ...(fee === null ? [] : [{ term: say('fact.fee'), value: feeWords(fee) }]),
  ]
  return <FactsList facts={facts} />
}

function feeWords(fee: NonNullable<Shown['fee']>): string {
  const amount = yuan(fee.fen)
  if (fee.waivedAt !== null) return say('fact.fee.waived', { amount })
  return say(fee.paidAt === null ? 'fact.fee.open' : 'fact.fee.paid', { amount })
}

/** An answer, or a draft of one, with the parts that its kind has. */
export function AnswerFacts({ answer }: { readonly answer: NonNullable<Shown['answer']> }) {
  const given = [
    { term: say('answer.ground'), value: answer.ground === null ? null : wordOf('grounds', answer.ground) },
    { term: say('answer.provided'), value: answer.provided },
    { term: say('answer.withheldPart'), value: answer.withheldPart },
    { term: say('answer.reason'), value: answer.reason },
    { term: say('answer.legalBasis'), value: answer.legalBasis },
    { term: say('answer.told'), value: answer.told },
    { term: say('answer.earlier'), value: answer.earlierNumber },
  ]
  return <FactsList facts={[{ term: say('answer.kind'), value: wordOf('answerKinds', answer.kind) }, ...given.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]))]} />
}

/** The letters of an application, each with its page below that of the application and its PDF. */
export function Letters({ shown, page }: { readonly shown: Shown; readonly page: string }) {
  if (shown.documents.length === 0) return <p>{say('fact.none')}</p>
  return <DocumentLinks documents={shown.documents.map(({ kind, ...letter }) => ({ ...letter, title: wordOf('documents', kind) }))} pages={page} pdfs={addressOf(shown)} />
}

/** The files that are given with the answer. */
export function Files({ shown }: { readonly shown: Shown }) {
  return (
    <ul>
      {shown.files.map(({ id, name }) => (
        <li key={id}>
          <a href={`${addressOf(shown)}/files/${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

function addressOf({ number }: Shown): string {
  return `/api/v1/disclosure/requests/${number}`
}
