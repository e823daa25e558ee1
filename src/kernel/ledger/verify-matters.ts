import type { Db } from '#kernel/db/pool.ts'
import type { Lifecycle } from '#kernel/lifecycle/lifecycle.ts'
import { verifyChain } from './hash-chain.ts'
import { projectMatter } from './projection.ts'
import type { LedgerFault } from './verification.ts'
import { findOrphanEvent, listCheckedEvents, listMattersAfter, type CheckedEvent, type CheckedMatter } from './verify-store.ts'

const mattersAtOnce = 500

interface Batch {
  readonly matters: readonly CheckedMatter[]
  readonly eventsOf: ReadonlyMap<string, readonly CheckedEvent[]>
}

async function readBatch(db: Db, after: string): Promise<Batch> {
  const matters = await listMattersAfter(db, after, mattersAtOnce)
  return { matters, eventsOf: matters.length === 0 ? new Map() : await listCheckedEvents(db, matters.map(({ id }) => id)) }
}

/**
 * Checks every matter: its chain, its place in the tree, and its present against what its events say; and that no event is without its
 * matter. The next matters are read while these are checked.
 */
export async function verifyMatters(db: Db, lifecycles: readonly Lifecycle[], seen: (matters: number, events: number) => void): Promise<LedgerFault | undefined> {
  const byKind = new Map(lifecycles.map((lifecycle) => [lifecycle.kind, lifecycle]))
  let batch = await readBatch(db, '00000000-0000-0000-0000-000000000000')
  for (;;) {
    const last = batch.matters.at(-1)
    if (!last) return withoutMatter(db)
    // Both end before either speaks: nothing goes on reading on a connection that was given back, and a fault that was found is said.
    const [next, found] = await Promise.allSettled([readBatch(db, last.id), firstFault(batch, byKind, seen)])
    if (found.status === 'rejected') throw found.reason
    if (found.value !== undefined) return found.value
    if (next.status === 'rejected') throw next.reason
    batch = next.value
  }
}

async function firstFault({ matters, eventsOf }: Batch, lifecycles: ReadonlyMap<string, Lifecycle>, seen: (matters: number, events: number) => void): Promise<LedgerFault | undefined> {
  for (const matter of matters) {
    const events = eventsOf.get(matter.id) ?? []
    seen(1, events.length)
    const fault = faultOf(matter, events, lifecycles.get(matter.kind))
    if (fault !== undefined) return { matterId: matter.id, number: matter.number, ...fault }
  }
  return undefined
}

async function withoutMatter(db: Db): Promise<LedgerFault | undefined> {
  const orphan = await findOrphanEvent(db)
  return orphan && { fault: 'matter-removed', ...orphan }
}

function faultOf(matter: CheckedMatter, events: readonly CheckedEvent[], lifecycle: Lifecycle | undefined): LedgerFault | undefined {
  const chain = verifyChain(events)
  if (!chain.ok) return { fault: chain.fault, seq: chain.seq }
  const strange = events.find((event) => event.knownHash !== event.hash)
  if (strange) return { fault: strange.knownHash === null ? 'not-in-tree' : 'leaf-differs', seq: strange.seq }

  const rebuilt = projectMatter(matter.id, events, lifecycle)
  if (rebuilt.headSeq < matter.headSeq) return { fault: 'missing', seq: rebuilt.headSeq + 1 }
  if (rebuilt.headSeq !== matter.headSeq || rebuilt.headHash !== matter.headHash) return { fault: 'head-differs', seq: rebuilt.headSeq }
  const same =
    rebuilt.state === matter.state &&
    rebuilt.version === matter.version &&
    rebuilt.outcome === matter.outcome &&
    rebuilt.leadUnitId === matter.leadUnitId &&
    rebuilt.openedAt === matter.openedAt.getTime() &&
    (lifecycle === undefined || rebuilt.closedAt === (matter.closedAt?.getTime() ?? null))
  return same ? undefined : { fault: 'state-differs', seq: rebuilt.headSeq }
}
