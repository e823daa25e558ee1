import type { Caller } from '#kernel/access/caller.ts'

/** A person, a member of staff, everyone who holds a role for a unit, or (by blind index) a telephone that belongs to nobody yet. */
export type Recipient = `person:${string}` | `staff:${string}` | `unit:${string}:${string}` | `phone:${string}`

/** The recipients as which a caller reads messages. */
export function recipientsOf(caller: Caller): readonly Recipient[] {
  if (caller.kind === 'person') return [`person:${caller.id}`]
  if (caller.kind === 'staff') return [`staff:${caller.id}`, ...caller.roles.map((held): Recipient => `unit:${held.unitId}:${held.role}`)]
  return []
}
