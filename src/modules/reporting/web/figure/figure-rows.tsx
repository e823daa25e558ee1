import type { OutputOf } from '#app'
import { Table } from '#ui/table.tsx'
import { instantWords } from '#web/day-words.ts'
import { ListPages } from '#web/list-pages.tsx'
import { figureHref, type FigurePlace } from '../figure-href.ts'
import { ledgerHref, matterHref, staffMatterHref } from '#web/matter-href.ts'
import { kindWord, say } from '../staff-text.ts'
import type { By } from './question.ts'

type Rows = OutputOf<'reporting.list-figure-rows'>
type Row = Rows['items'][number]

interface FigureRowsProps {
  readonly metric: string
  readonly place: FigurePlace
  readonly by: By | undefined
  readonly figure: { readonly listed: number; readonly counted: number }
  readonly rows: Rows
  /** Whether the reader watches the whole office; who leads a unit opens its cases in the room where he works on them. */
  readonly watched: boolean
  readonly roles: readonly string[]
}

/** The list behind a figure: every row leads to its matter, and every matter to its ledger. */
export function FigureRows({ metric, place, by, figure, rows, watched, roles }: FigureRowsProps) {
  const hrefOf = ({ kind, number }: Row): string | undefined => {
    if (watched) return matterHref(kind, number)
    return kind === 'case' ? staffMatterHref(kind, number, roles) : undefined
  }
  return (
    <section className="sec" aria-labelledby="list-title">
      <div className="lintel">
        <h2 id="list-title">{say('rows.list')}</h2>
        <p className="meta">{say('rows.total', figure)}</p>
      </div>
      <Table
        caption={say('rows.list')}
        captionHidden
        rows={rows.items}
        rowKey={({ key }) => key}
        empty={say('rows.empty')}
        columns={[
          { key: 'number', title: say('rows.number'), names: true, cell: (row) => <Matter row={row} href={hrefOf(row)} /> },
          { key: 'at', title: say('rows.at'), cell: ({ at }) => (at === null ? '' : instantWords(at)) },
          { key: 'unit', title: say('rows.unit'), cell: ({ unit }) => unit },
          { key: 'counted', title: say('rows.counted'), cell: ({ counted }) => say(counted ? 'rows.yes' : 'rows.no') },
          { key: 'ledger', title: say('rows.ledger'), cell: (row) => <Ledger href={hrefOf(row) && ledgerHref(row.kind, row.number)} /> },
        ]}
      />
      <ListPages summary={say('rows.page', { count: rows.items.length })} base={`${figureHref(metric, place)}${by === undefined ? '' : `&by=${by}`}`} nextCursor={rows.nextCursor} />
    </section>
  )
}

function Matter({ row: { kind, number, name }, href }: { readonly row: Row; readonly href: string | undefined }) {
  if (number === null) return name
  const text = `${kindWord(kind ?? '')} ${number.slice(-12)}`
  return href === undefined ? text : <a href={href}>{text}</a>
}

function Ledger({ href }: { readonly href: string | undefined }) {
  return href === undefined ? '' : <a href={href}>{say('rows.openLedger')}</a>
}
