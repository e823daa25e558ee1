import type { OutputOf } from '#app'
import { Actions, Button } from '#ui/button.tsx'
import { Pane } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { instantWords, longDayWords } from '#web/day-words.ts'
import { WhoActs } from '#web/who-acts.tsx'
import { say, wordOf } from '../text.ts'

type Order = OutputOf<'hotline.get-order'>

interface SimilarPaneProps {
  readonly order: Order
  readonly similar: OutputOf<'hotline.find-similar'>
  readonly units: Readonly<Record<string, string>>
  readonly requestKey: string
}

/** What may be the same matter, each with the evidence beside its own words (H-09). */
export function SimilarPane({ order, similar: { items, since }, units, requestKey }: SimilarPaneProps) {
  return (
    <Pane id="similar" title={say('similar', { count: items.length })}>
      {items.length === 0 ? <p>{say('similar.none', { day: longDayWords(since) })}</p> : null}
      {items.map((one) => (
        <div key={one.number} className="note">
          <h3>
            <a href={`/hotline/orders/${one.number}`}>{one.title ?? one.number}</a>
          </h3>
          <p>{one.content ?? say('order.no-text')}</p>
          <p>
            {one.sameCaller ? <Tag kind="near">{say('similar.caller')}</Tag> : null} {one.samePlace ? <Tag kind="near">{say('similar.place')}</Tag> : null}
          </p>
          <p className="meta">{say('similar.words', { words: one.sharedWords.slice(0, 8).join('、') || say('category.none'), score: Math.round(one.score * 100) })}</p>
          <p className="meta">{say('similar.state', { state: wordOf('states', one.state), unit: units[one.leadUnitId ?? ''] ?? '', when: instantWords(one.openedAt) })}</p>
          <WhoActs>
            <form action={`/hotline/orders/${order.number}`} method="post">
              <input type="hidden" name="command" value="link" />
              <input type="hidden" name="original" value={one.number} />
              <input type="hidden" name="key" value={`link-${one.number}-${requestKey}`} />
              <Actions>
                <Button kind="second">{say('similar.link')}</Button>
              </Actions>
            </form>
          </WhoActs>
        </div>
      ))}
    </Pane>
  )
}

interface KnowledgePaneProps {
  readonly order: Order
  readonly articles: readonly { readonly id: string; readonly question: string; readonly answer: string }[]
  readonly items: readonly { readonly implementCode: string; readonly name: string }[]
}

/** What the knowledge base and the catalogue have for this question. Choosing an item asks its questions, so that the caller need not answer them again. */
export function KnowledgePane({ order, articles, items }: KnowledgePaneProps) {
  return (
    <Pane id="knowledge" title={say('knowledge')}>
      {articles.length === 0 ? <p>{say('knowledge.none')}</p> : null}
      {articles.map(({ id, question, answer }) => (
        <details key={id}>
          <summary>{question}</summary>
          <p>{answer}</p>
        </details>
      ))}
      {items.length === 0 ? null : (
        <>
          <h3 className="mt">{say('knowledge.items')}</h3>
          <ul>
            {items.map(({ implementCode, name }) => (
              <li key={implementCode}>
                <a href={`/hotline/orders/${order.number}?item=${implementCode}#answer`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Pane>
  )
}
