import type { ItemVersion } from '../schema/item-version.ts'

/** A thousand items of about 50 KB each; a district has some hundreds in use. */
const mostKept = 1_000

/** Bodies of published versions by id. They never change, so nothing is ever taken out but the one that nobody asked for longest. */
const kept = new Map<string, ItemVersion>()

export function findCached(id: string): ItemVersion | undefined {
  const item = kept.get(id)
  if (item === undefined) return undefined
  kept.delete(id)
  kept.set(id, item)
  return item
}

/** Keeps the body of a published version; a draft must not come here. */
export function keep(id: string, item: ItemVersion): void {
  kept.set(id, item)
  const oldest = kept.size > mostKept ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
}
