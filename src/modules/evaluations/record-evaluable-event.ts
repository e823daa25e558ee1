import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { ServiceEventKind } from './schema.ts'
import { insertServiceEvent } from './store/evaluable-events.ts'

export interface ServiceEventInput {
  readonly matterId: string
  readonly caseNumber: string
  readonly kind: ServiceEventKind
  readonly unitId: string
  /** Who served; nobody for what the person did online. */
  readonly staffId?: string | undefined
  readonly windowId?: string | undefined
  readonly hallId?: string | undefined
  readonly itemVersionId: string
  readonly itemName?: string | undefined
  /** Two digits; every service is recorded, E-10 says which may be evaluated. */
  readonly itemType: string
  /** Who was served: the person who may evaluate. */
  readonly personId: string
  /** `queryCodeIndex` of the query code on the receipt, so that its holder may evaluate without signing in. */
  readonly queryCodeHash?: string | undefined
}

/** Records, in the caller's transaction, that a person was served now; services of a case are numbered (E-05). */
export async function recordServiceEvent(ctx: Ctx, event: ServiceEventInput): Promise<void> {
  await insertServiceEvent(ctx.db, {
    ...event,
    id: newId(ctx.now.getTime()),
    staffId: event.staffId ?? null,
    windowId: event.windowId ?? null,
    hallId: event.hallId ?? null,
    itemName: event.itemName ?? null,
    queryCodeHash: event.queryCodeHash ?? null,
    happenedAt: ctx.now,
  })
}
