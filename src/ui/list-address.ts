/** What the address of a list asks for: narrowed by filters, sorted by a column, begun behind a cursor. */
export interface ListAddress {
  readonly path: string
  /** Filters that are set, by name. */
  readonly filters: Readonly<Record<string, string>>
  readonly sort: string
  readonly descending: boolean
  readonly cursor: string | undefined
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
  return { path: url.pathname, filters: Object.fromEntries(known), sort: sort.replace(/^-/, ''), descending: sort.startsWith('-'), cursor: params.get('cursor') ?? undefined }
}

/** The address of the page behind this cursor. */
export function nextPageHref(address: ListAddress, cursor: string): string {
  return hrefOf(address, { cursor })
}

/** The first page of the same list. */
export function firstPageHref(address: ListAddress): string {
  return hrefOf(address, {})
}

/** For the head of a column: the same list sorted by it, and how it is sorted now. A second click turns the order round. */
export function sortLink(address: ListAddress, column: string): { readonly href: string; readonly now?: 'ascending' | 'descending' } {
  if (address.sort !== column) return { href: hrefOf({ ...address, sort: column, descending: false }, {}) }
  return { href: hrefOf({ ...address, descending: !address.descending }, {}), now: address.descending ? 'descending' : 'ascending' }
}

function hrefOf({ path, filters, sort, descending }: ListAddress, more: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams({ ...filters, sort: `${descending ? '-' : ''}${sort}`, ...more })
  return `${path}?${params}`
}
