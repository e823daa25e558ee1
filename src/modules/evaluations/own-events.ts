import type { Caller } from '#kernel/access/caller.ts'
import { tokenHash } from '#kernel/crypto/tokens.ts'
import type { ServiceEvent } from './store/evaluable-events.ts'

/** The services that a signed-in person, or the holder of the query code of the receipt, received. */
export function ownEvents(events: readonly ServiceEvent[], caller: Caller, queryCode: string | undefined): readonly ServiceEvent[] {
  const hash = queryCode === undefined ? undefined : tokenHash(queryCode)
  return events.filter((event) => (caller.kind === 'person' && event.personId === caller.id) || (hash !== undefined && event.queryCodeHash === hash))
}
