import { actorOf } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { recordAccess } from './access-log.ts'

/** Of whom something was read unmasked, in which matter and what for; `detail` holds references only. */
interface Unmasking {
  readonly subjectId: string
  readonly matterId?: string | null | undefined
  readonly purpose: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes down that the caller read what is about a subject unmasked, a member of staff with the unit (个人信息保护法 art. 51). Neither the subject himself is written down, nor the program. */
export async function recordUnmasking({ db, caller, now }: Pick<Ctx, 'db' | 'caller' | 'now'>, { subjectId, matterId, purpose, detail }: Unmasking): Promise<void> {
  if (caller.kind === 'system' || (caller.kind === 'person' && caller.id === subjectId)) return
  await recordAccess(db, { at: now, actor: actorOf(caller), act: 'unmask', subjectId, matterId, purpose, detail: { ...detail, ...(caller.kind === 'staff' && { unitId: caller.unitId }) } })
}
