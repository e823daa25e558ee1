import { Pane } from '#ui/section.tsx'
import { instantWords } from '#web/day-words.ts'
import type { FigurePlace } from '../figure-href.ts'
import { matterHref } from '#web/matter-href.ts'
import { OpenLink } from '../open-link.tsx'
import { kindWord, say } from '../staff-text.ts'
import type { Wall } from './wall-figures.tsx'

type Card = Wall['cards'][number]

/** Red and yellow cards of the period that stand, with the way to all of them. */
export function SignalsPane({ wall: { cards, signals, opens }, place }: { readonly wall: Wall; readonly place: FigurePlace }) {
  const opening = (rung: Card['rung'], key: 'wall.redCount' | 'wall.yellowCount' | 'wall.allRed' | 'wall.allYellow') => (
    <OpenLink metric={`signals.${rung}`} place={place} opens={opens}>
      {say(key, { count: signals.find(({ metric }) => metric === `signals.${rung}`)?.numerator ?? 0 })}
    </OpenLink>
  )
  const counts = (
    <>
      {opening('red', 'wall.redCount')}　{opening('yellow', 'wall.yellowCount')}
    </>
  )
  return (
    <Pane id="cards" title={say('wall.cards')} meta={counts}>
      {cards.length === 0 ? <p className="meta">{say('wall.noCards')}</p> : null}
      <ul className="cards">
        {cards.map((card) => (
          <li key={`${card.rung} ${card.number}`}>
            <CardLine card={card} linked={opens === 'all'} />
          </li>
        ))}
      </ul>
      {cards.length === 0 ? null : (
        <p className="meta">
          {opening('red', 'wall.allRed')}　{opening('yellow', 'wall.allYellow')}
        </p>
      )}
    </Pane>
  )
}

function CardLine({ card, linked }: { readonly card: Card; readonly linked: boolean }) {
  const href = linked ? matterHref(card.kind, card.number) : undefined
  const content = (
    <>
      <span className={card.rung === 'red' ? 'card-red' : 'card-yel'} role="img" aria-label={say(card.rung === 'red' ? 'wall.redFull' : 'wall.yellowFull')}>
        {say(card.rung === 'red' ? 'wall.red' : 'wall.yellow')}
      </span>
      <span>
        <b>{card.unit}</b> {kindWord(card.kind)} {card.number.slice(-12)}
        <small>{say('wall.cardSince', { at: instantWords(card.raisedAt) })}</small>
      </span>
    </>
  )
  return href === undefined ? <div className="card-line">{content}</div> : <a href={href}>{content}</a>
}
