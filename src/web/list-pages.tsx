import { useLocation } from 'react-router'
import { pageLinks, readPlace } from '#ui/list-address.ts'
import { Pagination } from '#ui/table.tsx'

interface ListPagesProps {
  /** For example 这一页20项. */
  readonly summary: string
  /** The address of the list with its filters, without a place in it. */
  readonly base: string
  readonly nextCursor: string | null
  /** The parameter of the cursor, where a page has more than one list. */
  readonly name?: string | undefined
}

/** The pages beside the page of the address, of a list that is read from cursor to cursor. */
export function ListPages({ summary, base, nextCursor, name }: ListPagesProps) {
  const place = readPlace(new URLSearchParams(useLocation().search), name)
  return <Pagination summary={summary} {...pageLinks(base, place, { nextCursor, name })} />
}
