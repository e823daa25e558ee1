import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { instantWords } from '#web/day-words.ts'
import { channelWord, refundCauseWord, yuanWords } from './case-words.ts'
import type { MatterFound } from './matter-found.ts'
import { say } from './text.ts'

type Fee = MatterFound['fees'][number]

/** What the case costs, with receipt and refund. A free case has no such section. */
export function MatterFees({ found: { view, fees } }: { readonly found: MatterFound }) {
  if (fees.length === 0) return null
  const receiptHref = (receiptNumber: string): string | undefined => {
    const document = view.documents.find(({ number }) => number === receiptNumber)
    return document && `/matters/${view.number}/documents/${document.id}`
  }
  const columns: readonly Column<Fee>[] = [
    { key: 'name', title: say('fees.name'), names: true, cell: (fee) => fee.name },
    { key: 'amount', title: say('fees.amount'), cell: (fee) => yuanWords(fee.amountMinor) },
    { key: 'state', title: say('fees.state'), cell: (fee) => stateWords(view.number, fee) },
    { key: 'receipt', title: say('fees.receipt'), cell: (fee) => (fee.receiptNumber === null ? say('fees.receipt.none') : <a href={receiptHref(fee.receiptNumber)}>{fee.receiptNumber}</a>) },
  ]
  return (
    <Section id="fees" title={say('fees')} meta={say('fees.meta')}>
      <Table caption={say('fees')} captionHidden columns={columns} rows={fees} rowKey={(fee) => fee.id} empty="" />
    </Section>
  )
}

function stateWords(number: string, fee: Fee) {
  if (fee.state === 'due') return <a href={`/matters/${number}/pay`}>{say('fees.state.due')}</a>
  if (fee.refundedAt !== null) return say('fees.state.refunded', { at: instantWords(fee.refundedAt), cause: refundCauseWord(fee.refundCause ?? '') })
  return say('fees.state.paid', { at: instantWords(fee.paidAt ?? fee.demandedAt), channel: channelWord(fee.channel ?? '') })
}
