import type { Ctx } from '#kernel/contract/operation.ts'
import { addEvidence, type Evidence, listEvidence } from '#kernel/evidence/evidence.ts'
import { newId } from '#kernel/ids/new-id.ts'
import type { ShownOrder } from './shown-order.ts'
import type { Order } from './store/orders.ts'

const requirement = 'letter-'

/** Keeps what was scanned of a letter with the order that was taken from it. */
export async function addScans(ctx: Ctx, orderId: string, files: readonly { readonly id: string }[]): Promise<void> {
  await addEvidence(ctx.db, orderId, files.map(({ id: fileId }, place) => ({ id: newId(ctx.now.getTime()), requirement: `${requirement}${place + 1}`, source: 'scan', fileId, provenance: {}, providedAt: ctx.now })))
}

/** Whether a file is a letter: its writer's own hand, which only those read who may know who called (H-11). */
export function isScan(evidence: Pick<Evidence, 'requirement'>): boolean {
  return evidence.requirement.startsWith(requirement)
}

/** The letter by which an order came, for those who may know who called. */
export async function shownLetter({ db }: Pick<Ctx, 'db'>, { matter, letterWrittenOn, letterArrivedOn }: Order): Promise<ShownOrder['letter']> {
  if (letterArrivedOn === null) return null
  const scans = (await listEvidence(db, matter.id)).filter(isScan)
  return { writtenOn: letterWrittenOn, arrivedOn: letterArrivedOn, fileIds: scans.flatMap(({ fileId }) => fileId ?? []) }
}
