import type { Lifecycle } from '#kernel/lifecycle/lifecycle.ts'
import { isClosed } from '#kernel/lifecycle/lifecycle.ts'
import { genesisHash } from './hash-chain.ts'

/** What the events of a matter say about its present; instants in milliseconds. */
export interface Projection {
  readonly state: string | null
  readonly version: number
  readonly headSeq: number
  readonly headHash: string
  readonly openedAt: number
  readonly closedAt: number | null
  readonly outcome: string | null
  readonly leadUnitId: string | null
}

interface ProjectedEvent {
  readonly seq: number
  readonly at: string
  readonly from: string | null
  readonly to: string | null
  readonly hash: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** What a step says that it made of the matter beside its state. */
interface Becomes {
  readonly outcome?: string
  readonly leadUnit?: string
}

/** Rebuilds the present of a matter from its events, in order. Without a lifecycle no state counts as closed. */
export function projectMatter(matterId: string, events: readonly ProjectedEvent[], lifecycle: Lifecycle | undefined): Projection {
  const start: Projection = { state: null, version: 0, headSeq: 0, headHash: genesisHash(matterId), openedAt: Number.NaN, closedAt: null, outcome: null, leadUnitId: null }
  return events.reduce<Projection>((before, event) => {
    const at = Date.parse(event.at)
    const becomes: Becomes = event.detail['becomes'] ?? {}
    const closed = lifecycle !== undefined && event.from !== null && event.to !== null && isClosed(lifecycle, event.to)
    return {
      state: event.to,
      version: before.version + 1,
      headSeq: event.seq,
      headHash: event.hash,
      openedAt: event.seq === 1 ? at : before.openedAt,
      closedAt: closed ? (before.closedAt ?? at) : null,
      outcome: becomes.outcome ?? before.outcome,
      leadUnitId: becomes.leadUnit ?? before.leadUnitId,
    }
  }, start)
}
