import { z } from 'zod'

/** Input fields of every list: how many, and after which entry of the page before. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().min(1).max(64).regex(/^[\w-]+$/).optional(),
}

/** A page out of the rows of a query that asked for one row more than `limit`; the cursor is the id of its last entry. */
export function pageOf<T>(rows: readonly T[], limit: number, idOf: (row: T) => string): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? idOf(last) : null }
}
