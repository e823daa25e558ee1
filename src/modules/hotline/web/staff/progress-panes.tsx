import type { OutputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { instantWords } from '#web/day-words.ts'
import { DocumentLinks } from '#web/document-links.tsx'
import { caseStepName, say, wordOf } from '../text.ts'

type Order = OutputOf<'hotline.get-order'>
type Units = Readonly<Record<string, string>>
type Events = readonly { readonly at: string; readonly command: string }[]

/** What was replied, disputed and said, the newest first; and the ledger of a case that is stuck. */
export function ProgressPane({ order, events, units }: { readonly order: Order; readonly events: Events; readonly units: Units }) {
  const { reply, attachedCase } = order
  return (
    <>
      {reply === null ? null : (
        <Pane id="reply" title={say('follow.reply')} meta={reply.at === null ? undefined : instantWords(reply.at)}>
          <p>{reply.text ?? say('order.no-text')}</p>
          {order.callback === null ? null : <p className="meta">{say('order.callback', { satisfaction: wordOf('satisfactions', order.callback.satisfaction) })}</p>}
        </Pane>
      )}
      {order.returns.map((claim) => (
        <Pane key={claim.id} id={`return-${claim.id}`} title={say('return.title', { unit: units[claim.unitId] ?? '' })} meta={instantWords(claim.claimedAt)}>
          <p>{claim.basis}</p>
          {claim.quote === null ? null : <p>{say('return.quote', { quote: claim.quote })}</p>}
          {claim.suggestedUnitId === null ? null : <p>{say('return.suggested', { unit: units[claim.suggestedUnitId] ?? '' })}</p>}
          {claim.fileIds.map((fileId, place) => (
            <p key={fileId}>
              <a href={`/api/v1/hotline/orders/${order.number}/files/${fileId}`}>{say('return.file', { place: place + 1 })}</a>
            </p>
          ))}
          {claim.decidedAt === null ? <p className="meta">{say('return.open')}</p> : <p>{say(claim.upheld ? 'return.upheld' : 'return.refused', { unit: units[claim.decidedUnitId ?? ''] ?? '', reasoning: claim.reasoning ?? '' })}</p>}
        </Pane>
      ))}
      {order.documents.length === 0 ? null : (
        <Pane id="documents" title={say('order.documents')}>
          <DocumentLinks documents={order.documents.map(({ kind, ...letter }) => ({ ...letter, title: wordOf('documentKinds', kind) }))} pages={`/hotline/orders/${order.number}`} pdfs={`/api/v1/hotline/orders/${order.number}`} />
        </Pane>
      )}
      <Pane id="progress" title={say('order.progress')}>
        <Timeline small entries={entriesOf(order, events)} />
      </Pane>
      {attachedCase === null ? null : (
        <Pane id="case" title={say('case.title', { tail: attachedCase.number.slice(-4) })} meta={units[attachedCase.leadUnitId ?? '']}>
          <p className="meta">{say('case.hash', { hash: attachedCase.headHash.slice(0, 16) })}</p>
          <Timeline small entries={attachedCase.events.toReversed().map(({ at, command }) => ({ title: caseStepName(command), at, when: instantWords(at) }))} />
        </Pane>
      )}
    </>
  )
}

/** Every step of the ledger with what was said at it; what was said on another order of the same matter stands by itself. */
function entriesOf(order: Order, events: Events): readonly TimelineEntry[] {
  const left = [...order.notes]
  const steps = events.map(({ at, command }): TimelineEntry & { readonly at: string } => {
    const place = left.findIndex((note) => note.at === at && note.command === command)
    const [said] = place < 0 ? [] : left.splice(place, 1)
    const state = command === 'remind' || command === 'criticise' ? ('stop' as const) : undefined
    return { title: wordOf('commands', command), at, when: instantWords(at), text: said?.text ?? undefined, state }
  })
  const others = left.map((note) => ({ title: say('note.caller', { command: wordOf('commands', note.command) }), at: note.at, when: instantWords(note.at), text: note.text ?? say('order.no-text') }))
  return [...steps, ...others].toReversed().toSorted((one, other) => other.at.localeCompare(one.at))
}
