import { z } from 'zod'

/** A region by its code, or a hall by its key. Where no place is named, the whole office is meant. */
export const Place = z.strictObject({ kind: z.enum(['region', 'hall']), id: z.string().min(1).max(40) }).readonly()
export type Place = z.infer<typeof Place>

/** Where something is to be done: the region of a matter, and the hall that took it in, if one did. */
export interface Whereabouts {
  readonly regionCode: string
  readonly hallId: string | null
}

/** The places whose closures touch it: its region, and its hall. */
export function placesOf({ regionCode, hallId }: Whereabouts): readonly Place[] {
  return [{ kind: 'region', id: regionCode }, ...(hallId === null ? [] : [{ kind: 'hall', id: hallId } as const])]
}

/** Whether what is closed in one place is closed in the other: a region also shuts the regions below it, whose codes begin with its significant digits (GB/T 2260). */
export function covers(closed: Place, place: Place): boolean {
  if (closed.kind !== place.kind) return false
  return closed.kind === 'hall' ? closed.id === place.id : place.id.startsWith(significantDigits(closed.id))
}

/** The digits of a region code that every region below it begins with. */
export function significantDigits(regionCode: string): string {
  return regionCode.replace(/(00)+$/, '')
}
