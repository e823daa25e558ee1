/** A cursor over instant and id: opaque to the client, refused silently (first page) when it is not ours. */
export function encodeCursor(at: Date | null, id: string): string {
  return Buffer.from(`${at?.getTime() ?? ''}:${id}`).toString('base64url')
}

export function decodeCursor(cursor: string | undefined): { readonly at: Date | null; readonly id: string } | undefined {
  if (cursor === undefined) return undefined
  const match = /^(\d{0,15}):([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (match === null) return undefined
  return { at: match[1] === '' ? null : new Date(Number(match[1])), id: match[2] ?? '' }
}

/** Items and the cursor of the next page, from one row more than was asked for. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => { readonly at: Date | null; readonly id: string }): { readonly items: readonly T[]; readonly nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length <= limit || last === undefined) return { items, nextCursor: null }
  const { at, id } = keyOf(last)
  return { items, nextCursor: encodeCursor(at, id) }
}
