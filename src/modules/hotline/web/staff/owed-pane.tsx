import type { OutputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { ClockBadge } from '#ui/tag.tsx'
import { dueWords } from '../due-words.ts'
import { say, wordOf } from '../text.ts'

/** What a seat still owes to those who called it: until an order has ended, or somebody else was named, it answers for it (首问负责). */
export function OwedPane({ items, nextCursor }: OutputOf<'hotline.list-orders'>) {
  return (
    <Pane id="owed" title={say('owed')} beside={nextCursor === null ? undefined : <a href="/hotline/orders?view=mine">{say('owed.all')}</a>}>
      {items.length === 0 ? <p className="meta">{say('owed.none')}</p> : null}
      <ul>
        {items.map(({ number, title, state, dueAt, dueProvisional, overdue }) => (
          <li key={number}>
            <a href={`/hotline/orders/${number}`}>{title ?? number}</a>
            <p className="meta">
              {wordOf('states', state)} {dueAt === null ? null : <ClockBadge state={overdue ? 'over' : 'run'}>{dueWords(dueAt, dueProvisional)}</ClockBadge>}
            </p>
          </li>
        ))}
      </ul>
    </Pane>
  )
}
