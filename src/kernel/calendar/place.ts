import { z } from 'zod'

/** A region by its code, or a hall by its key. Where no place is named, the whole office is meant, whose calendar counts the legal clocks. */
export const Place = z.strictObject({ kind: z.enum(['region', 'hall']), id: z.string().min(1).max(40) }).readonly()
export type Place = z.infer<typeof Place>

/** Whether what is closed in one place is closed in the other: a region also shuts the regions below it, whose codes begin with its significant digits (GB/T 2260). */
export function covers(closed: Place, place: Place): boolean {
  if (closed.kind !== place.kind) return false
  return closed.kind === 'hall' ? closed.id === place.id : place.id.startsWith(closed.id.replace(/(00)+$/, ''))
}
