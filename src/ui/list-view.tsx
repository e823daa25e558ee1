import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { type ListAddress, listHref, pageLinks, sortLink } from './list-address.ts'
import { Pagination, Table, type TableProps } from './table.tsx'
import { partText } from './text.ts'

interface ListViewProps<T> extends Omit<TableProps<T>, 'columns'> {
  readonly address: ListAddress
  /** The fields that narrow the list, named as the filters of the address; the button stands behind them. */
  readonly filters: ReactNode
  readonly filterWord: string
  readonly columns: readonly (TableProps<T>['columns'][number] & { readonly sortable?: boolean | undefined })[]
  /** For example 这一页20项. */
  readonly summary: string
  readonly nextCursor: string | null
}

/** A list of which filters, order and page stand in the address: it can be kept, sent and gone back to, and needs no script. */
export function ListView<T>({ address, filters, filterWord, columns, summary, nextCursor, ...table }: ListViewProps<T>) {
  return (
    <>
      <form className="filter" action={address.path} method="get">
        {filters}
        <input type="hidden" name="sort" value={`${address.descending ? '-' : ''}${address.sort}`} />
        <Button kind="plain">{filterWord}</Button>
      </form>
      <Table {...table} columns={columns.map(({ sortable, ...column }) => (sortable ? { ...column, sort: sortLink(address, column.key) } : column))} />
      <Pagination summary={summary} {...pageLinks(listHref(address), address, { nextCursor })} />
    </>
  )
}

interface FilterFieldProps {
  readonly id: string
  readonly label: string
  readonly children: ReactNode
}

/** One field that narrows a list. */
export function FilterField({ id, label, children }: FilterFieldProps) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}

/** What is said when nothing is in the list and the reader may have narrowed it too far. */
export function emptyWords(address: ListAddress, none: string): string {
  return Object.keys(address.filters).length === 0 ? none : `${none}${partText('list.widen')}`
}
