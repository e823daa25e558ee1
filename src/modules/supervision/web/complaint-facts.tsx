import type { OutputOf } from '#app'
import { FactsList } from '#ui/facts.tsx'
import { dueInstantWords, instantWords } from '#web/day-words.ts'
import { say, wordOf } from './portal-text.ts'

interface ComplaintFactsProps {
  readonly shown: OutputOf<'supervision.get-complaint'>
  readonly units: Readonly<Record<string, string>>
  readonly halls: Readonly<Record<string, string>>
}

/** A complaint and what was said to it, for whoever filed it and for the inspectors alike. */
export function ComplaintFacts({ shown, units, halls }: ComplaintFactsProps) {
  const said = [
    { term: say('fact.declineGround'), value: shown.declineGround === null ? null : wordOf('declineGrounds', shown.declineGround) },
    { term: say('field.result'), value: shown.result === null ? null : wordOf('complaintResults', shown.result) },
    { term: say('field.answer'), value: shown.answer },
    { term: say('fact.appeal'), value: shown.appeal },
    { term: say('fact.conclusion'), value: shown.conclusion },
  ].flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]))
  return (
    <FactsList
      facts={[
        { term: say('column.state'), value: wordOf('complaintStates', shown.state) },
        { term: say('column.unit'), value: units[shown.unitId] ?? '' },
        ...(shown.hallId === null ? [] : [{ term: say('column.hall'), value: halls[shown.hallId] ?? '' }]),
        ...(shown.windowNumber === null ? [] : [{ term: say('field.window'), value: say('window.number', { number: shown.windowNumber }) }]),
        { term: say('field.content'), value: shown.content ?? say('hidden') },
        { term: say('column.filed'), value: instantWords(shown.filedAt) },
        ...(shown.dueAt === null ? [] : [{ term: say('due.complaint'), value: dueInstantWords(shown.dueAt, shown.provisional) }]),
        ...said,
      ]}
    />
  )
}
