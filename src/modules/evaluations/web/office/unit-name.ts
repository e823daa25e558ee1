import type { RouterContextProvider } from 'react-router'
import { attempt } from '#web/call.ts'

/** Short names of the units with these keys; a unit that is gone keeps its key. */
export async function unitNames(context: Readonly<RouterContextProvider>, ids: readonly (string | null)[]): Promise<Readonly<Record<string, string>>> {
  const known = [...new Set(ids)].filter((id) => id !== null)
  const units = await Promise.all(known.map((unitId) => attempt(context, 'organisation.get-unit', { unitId })))
  return Object.fromEntries(units.flatMap((unit) => (unit.ok ? [[unit.value.id, unit.value.shortName] as const] : [])))
}
