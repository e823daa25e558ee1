import type { OutputOf } from '#app'
import { Pane } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { instantWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { faultWords, say, wordOf } from './text.ts'

type Page = OutputOf<'webhooks.list-deliveries'>
type Delivery = Page['items'][number]

interface DeliveriesProps {
  readonly id: string
  readonly deliveries: Page
  readonly waitingOnly: boolean
}

/** What was told and what waits, newest first. */
export function Deliveries({ id, deliveries: { items, nextCursor }, waitingOnly }: DeliveriesProps) {
  const here = `/administration/webhooks/${id}`
  const waiting = `${here}?show=waiting#deliveries`
  const all = `${here}#deliveries`
  return (
    <Pane id="deliveries" title={say('deliveries')} meta={say('deliveries.meta')} beside={<a href={waitingOnly ? all : waiting}>{say(waitingOnly ? 'deliveries.all' : 'deliveries.waiting')}</a>}>
      <Table
        caption={say('deliveries')}
        captionHidden
        rows={items}
        rowKey={({ leaf }) => String(leaf)}
        empty={say('deliveries.none')}
        columns={[
          { key: 'matter', title: say('matter'), names: true, cell: ({ matterNumber }) => <span className="num">{matterNumber}</span> },
          { key: 'kind', title: say('kind'), cell: ({ matterKind }) => wordOf('kinds', matterKind) },
          { key: 'at', title: say('happened'), cell: ({ at }) => instantWords(at) },
          { key: 'attempts', title: say('attempts'), numeric: true, cell: ({ attempts }) => attempts },
          { key: 'result', title: say('result'), cell: resultWords },
        ]}
      />
      <ListPages summary={say('page', { count: items.length })} base={waitingOnly ? waiting : all} nextCursor={nextCursor === null ? null : String(nextCursor)} />
    </Pane>
  )
}

function resultWords({ deliveredAt, nextAttemptAt, lastAnswer }: Delivery): string {
  if (deliveredAt !== null) return say('result.delivered', { at: instantWords(deliveredAt) })
  return lastAnswer === null || nextAttemptAt === null ? say('result.waiting') : say('result.again', { why: faultWords(lastAnswer), at: instantWords(nextAttemptAt) })
}
