import { Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { dueDayWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { wordOf } from '#modules/cases/web/office/text.ts'
import { type OwnCases, ownCasesHref } from './load-own-cases.ts'
import { say } from './text.ts'

type OwnCase = NonNullable<OwnCases['list']>['items'][number]

/** What the person has here already, and what can be done about it now: nobody has to keep a number to bring what was missing. */
export function OwnCasesPane(own: OwnCases) {
  const { list, ended } = own
  return (
    <Pane id="own-cases" title={say('own.title')} beside={list ? <a href={ownCasesHref({ ...own, ended: !ended })}>{say(ended ? 'own.open' : 'own.ended')}</a> : null}>
      {list === undefined ? (
        <p>{say('own.absent')}</p>
      ) : list.items.length === 0 ? (
        <p>{say(ended ? 'own.none.ended' : 'own.none')}</p>
      ) : (
        <Table
          caption={say('own.title')}
          captionHidden
          rows={list.items}
          rowKey={({ number }) => number}
          empty={say('own.none')}
          columns={[
            { key: 'item', title: say('own.case'), names: true, cell: (one) => <a href={`/desk/cases/${one.number}`}>{one.itemName}</a> },
            { key: 'number', title: say('own.number'), cell: ({ number }) => <span className="num">{number.slice(-12)}</span> },
            { key: 'state', title: say('own.state'), cell: standing },
            { key: 'next', title: say('own.next'), cell: ({ number, next }) => (next === null ? say('own.next.none') : <a href={actHref(number, next)}>{say(`own.next.${next}`)}</a>) },
          ]}
        />
      )}
      {list ? <ListPages summary={say('list.page', { count: list.items.length })} base={ownCasesHref(own)} nextCursor={list.nextCursor} /> : null}
    </Pane>
  )
}

/** The state, and by when the next step is due from whom. */
function standing({ state, outcome, heldBy, dueOn, dueProvisional }: OwnCase): string {
  const ended = outcome === null ? wordOf('states', state) : say('own.outcome', { state: wordOf('states', state), outcome: wordOf('outcomes', outcome) })
  if (heldBy === 'nobody') return ended
  const waiting = say('own.held', { state: ended, by: say(`own.by.${heldBy}`) })
  return dueOn === null ? waiting : say('own.due', { waiting, day: dueDayWords(dueOn, dueProvisional) })
}

/** Where an act is done: checking and taking papers have pages of the window, the others are commands of the case. */
function actHref(number: string, next: NonNullable<OwnCase['next']>): string {
  const page = { check: 'check', correct: 'supply', supply: 'supply', pay: 'pay-fee', deliver: 'deliver' }[next]
  return `/desk/cases/${number}/${page}`
}
