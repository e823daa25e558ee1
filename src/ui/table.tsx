import type { ReactNode } from 'react'
import type { PageLinks } from './list-address.ts'
import { partText } from './text.ts'

export interface Column<T> {
  readonly key: string
  readonly title: string
  /** Numbers stand at the end of their cell. */
  readonly numeric?: boolean | undefined
  /** The column that names the row. */
  readonly names?: boolean | undefined
  /** Where the list sorted by this column is, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' | undefined } | undefined
  readonly cell: (row: T) => ReactNode
}

export interface TableProps<T> {
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  /** What stands in the place of the rows when there are none. */
  readonly empty: string
}

/**
 * Rows of the same kind. Sorting is a link to the same list in another order. On a phone every row becomes a block
 * of names and values; it stays a table for readers of the screen.
 */
export function Table<T>({ caption, captionHidden, columns, rows, rowKey, empty }: TableProps<T>) {
  return (
    <table className="stacked">
      <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
        {rows.length === 0 ? (
          <tr>
            <td colSpan={columns.length}>{empty}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

const mark = { ascending: '↑', descending: '↓' } as const

function HeadCell<T>({ column: { title, numeric, sort } }: { readonly column: Column<T> }) {
  const now = sort?.now
  return (
    <th scope="col" className={numeric ? 'tr' : undefined} aria-sort={now}>
      {sort ? (
        <a href={sort.href}>
          {title}
          {now ? (
            <>
              <span aria-hidden="true"> {mark[now]}</span>
              <span className="vh">{partText(`sort.${now}`)}</span>
            </>
          ) : null}
        </a>
      ) : (
        title
      )}
    </th>
  )
}

function BodyCell<T>({ column: { title, names, numeric, cell }, row }: { readonly column: Column<T>; readonly row: T }) {
  if (names) return <th scope="row">{cell(row)}</th>
  return (
    <td className={numeric ? 'tr' : undefined} data-title={title}>
      {cell(row)}
    </td>
  )
}

interface PaginationProps extends PageLinks {
  /** For example 这一页20项. */
  readonly summary: string
}

/** Paging by link; a list of one page has none. A cursor knows only its neighbours, so there are no page numbers to choose from. */
export function Pagination({ summary, firstHref, previousHref, nextHref }: PaginationProps) {
  if (!firstHref && !previousHref && !nextHref) return null
  return (
    <nav className="row mt" aria-label={partText('page.label')}>
      {firstHref ? (
        <a className="btn btn-plain" href={firstHref}>
          {partText('page.first')}
        </a>
      ) : null}
      {previousHref ? (
        <a className="btn btn-plain" rel="prev" href={previousHref}>
          {partText('page.previous')}
        </a>
      ) : null}
      <p className="meta">{summary}</p>
      {nextHref ? (
        <a className="btn btn-plain" rel="next" href={nextHref}>
          {partText('page.next')}
        </a>
      ) : null}
    </nav>
  )
}
