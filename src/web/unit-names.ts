import type { RouterContextProvider } from 'react-router'
import { call } from './call.ts'

export type UnitNames = Readonly<Record<string, string>>

/** Short names of all units by their keys, so that no page shows a key. A district has some dozens. */
export async function unitNamesFor(context: Readonly<RouterContextProvider>): Promise<UnitNames> {
  const names: Record<string, string> = {}
  let cursor: string | undefined
  do {
    const page = await call(context, 'organisation.list-units', { limit: 100, ...(cursor !== undefined && { cursor }) })
    for (const unit of page.items) names[unit.id] = unit.shortName
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return names
}
