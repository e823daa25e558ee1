import type { OutputOf } from '#app'
import { Table } from '#ui/table.tsx'
import { dueDayWords, instantWords } from '#web/day-words.ts'
import { say, wordOf } from './text.ts'

type HandledStep = OutputOf<'cases.list-handled'>['items'][number]

/** What the reader did, the last one first, with who has the case now. */
export function HandledList({ steps, caption }: { readonly steps: readonly HandledStep[]; readonly caption: string }) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={steps}
      rowKey={({ number, kind, doneAt }) => `${number} ${kind} ${doneAt}`}
      empty={say('handled.none')}
      columns={[
        { key: 'item', title: say('queue.case'), names: true, cell: ({ number, itemName }) => <a href={`/office/cases/${number}`}>{itemName}</a> },
        { key: 'applicant', title: say('fact.applicant'), cell: ({ applicantName }) => applicantName },
        { key: 'did', title: say('handled.did'), cell: (step) => say('handled.done', { opinion: opinionWords(step), when: instantWords(step.doneAt) }) },
        { key: 'now', title: say('handled.now'), cell: standing },
        { key: 'number', title: say('queue.tail'), numeric: true, cell: ({ number }) => number.slice(-4) },
      ]}
    />
  )
}

function opinionWords({ kind, opinion }: HandledStep): string {
  if (kind === 'REVIEW') return wordOf('opinions', opinion)
  return say(opinion === 'agree' ? 'decide.approve' : 'decide.refuse')
}

/** The state, and by when something is due in it. */
function standing({ state, outcome, dueOn, dueProvisional }: HandledStep): string {
  const words = outcome === null ? wordOf('states', state) : say('supervision.ended', { state: wordOf('states', state), outcome: wordOf('outcomes', outcome) })
  return dueOn === null ? words : say('handled.due', { state: words, day: dueDayWords(dueOn, dueProvisional) })
}
