/** What the address of a list asks for: narrowed by filters, sorted by a column, begun behind a cursor. */
export interface ListAddress {
  readonly path: string
  /** Filters that are set, by name. */
  readonly filters: Readonly<Record<string, string>>
  readonly sort: string
  readonly descending: boolean
  readonly cursor: string | undefined
  /** The cursors of the pages that were turned to get here; of the first page it is empty. */
  readonly trail: readonly string[]
}

interface ListShape {
  /** Names of the filters and the values that each may have: a list, or a pattern. */
  readonly filters: Readonly<Record<string, readonly string[] | RegExp>>
  readonly sorts: readonly string[]
  /** The order without a word about it; `-edited` for descending. */
  readonly order: string
}

/** Reads the address of a list. What cannot be meant is left out, so that an old or broken link still shows a list. */
export function readListAddress(url: URL, { filters, sorts, order }: ListShape): ListAddress {
  const params = url.searchParams
  const asked = params.get('sort') ?? ''
  const sort = sorts.includes(asked.replace(/^-/, '')) ? asked : order
  const known = Object.entries(filters).flatMap(([name, allowed]) => {
    const value = params.get(name)?.trim() ?? ''
    const isMeant = value !== '' && (allowed instanceof RegExp ? allowed.test(value) : allowed.includes(value))
    return isMeant ? [[name, value] as const] : []
  })
  return { path: url.pathname, filters: Object.fromEntries(known), sort: sort.replace(/^-/, ''), descending: sort.startsWith('-'), ...readPlace(params) }
}

/** Which page an address shows, and by which pages the reader came. */
type ListPlace = Pick<ListAddress, 'cursor' | 'trail'>

/** Where the pages beside this one are. */
export interface PageLinks {
  readonly firstHref?: string | undefined
  readonly previousHref?: string | undefined
  readonly nextHref?: string | undefined
}

/** A list on a page of several lists has its cursor under a name of its own. */
export function readPlace(params: URLSearchParams, name = 'cursor'): ListPlace {
  return { cursor: params.get(name) ?? undefined, trail: params.getAll(`${name}-back`) }
}

/** So many pages back an address leads; from further on only the first page is left. */
const longestTrail = 30

/**
 * The pages beside a place in the list of `base`, its address without a place. A cursor knows only the next page, so the address
 * carries the cursors behind it: the way back needs nothing kept by a server. Without them (an old link) the first page is left.
 */
export function pageLinks(base: string, { cursor, trail }: ListPlace, { nextCursor, name = 'cursor' }: { readonly nextCursor: string | null; readonly name?: string | undefined }): PageLinks {
  const previous = cursor === undefined ? undefined : trail.at(-1)
  return {
    firstHref: cursor === undefined || previous === '' ? undefined : base,
    previousHref: previous === undefined ? undefined : hrefAt(base, name, { cursor: previous, trail: trail.slice(0, -1) }),
    nextHref: nextCursor === null ? undefined : hrefAt(base, name, { cursor: nextCursor, trail: [...trail, cursor ?? ''].slice(-longestTrail) }),
  }
}

function hrefAt(base: string, name: string, { cursor, trail }: ListPlace): string {
  const [address = '', anchor] = base.split('#')
  const [path = '', query] = address.split('?')
  const params = new URLSearchParams(query)
  if (cursor) params.set(name, cursor)
  for (const one of cursor ? trail : []) params.append(`${name}-back`, one)
  return `${path}${params.size > 0 ? `?${params}` : ''}${anchor === undefined ? '' : `#${anchor}`}`
}

/** The list without a place in it: its first page. */
export function listHref(address: ListAddress): string {
  const { path, filters, sort, descending } = address
  return `${path}?${new URLSearchParams({ ...filters, sort: `${descending ? '-' : ''}${sort}` })}`
}

/** For the head of a column: the same list sorted by it, and how it is sorted now. A second click turns the order round. */
export function sortLink(address: ListAddress, column: string): { readonly href: string; readonly now?: 'ascending' | 'descending' } {
  if (address.sort !== column) return { href: listHref({ ...address, sort: column, descending: false }) }
  return { href: listHref({ ...address, descending: !address.descending }), now: address.descending ? 'descending' : 'ascending' }
}
