import type { Ctx } from '#kernel/contract/operation.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'
import { recordServiceEvent, type ServiceEventKind } from '#modules/evaluations/index.ts'
import type { CaseRecord } from './store/cases.ts'

/** Notes that somebody was served, so that this service may be rated once (E-04, E-05). */
export async function noteServed(ctx: Ctx, record: CaseRecord, item: ItemVersion, kind: ServiceEventKind): Promise<void> {
  const personId = record.detail.parties[0]
  if (personId === undefined) return
  await recordServiceEvent(ctx, {
    matterId: record.matter.id,
    caseNumber: record.matter.number,
    kind,
    unitId: record.matter.leadUnitId ?? item.department,
    itemVersionId: record.matter.itemVersionId ?? '',
    itemName: item.name,
    itemType: item.itemType,
    personId,
    queryCodeHash: record.detail.query_code_hash,
    ...(ctx.caller.kind === 'staff' && { staffId: ctx.caller.id }),
    ...(record.detail.window_id !== null && { windowId: record.detail.window_id }),
    ...(record.detail.receiving_hall_id !== null && { hallId: record.detail.receiving_hall_id }),
  })
}
