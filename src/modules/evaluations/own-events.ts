import type { Ctx } from '#kernel/contract/operation.ts'
import { queryCodeIndex } from '#kernel/matter/query-code.ts'
import type { ServiceEvent } from './store/evaluable-events.ts'

/** The services that a signed-in person, or the holder of the query code of the receipt, received. */
export function ownEvents({ caller, services }: Pick<Ctx, 'caller' | 'services'>, events: readonly ServiceEvent[], queryCode: string | undefined): readonly ServiceEvent[] {
  return events.filter((event) => {
    const byPerson = caller.kind === 'person' && event.personId === caller.id
    return byPerson || (queryCode !== undefined && event.queryCodeHash === queryCodeIndex(services.vault, event.matterId, queryCode))
  })
}
