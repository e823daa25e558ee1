import { sm3Hex } from '#kernel/crypto/sm3.ts'
import { canonicalJson } from './canonical-json.ts'

/** What an event's hash covers. `seq` counts from 1 within the matter; `at` is an instant as `Date.toISOString` writes it; `from` is null for the first event. Personal data stays out: references only. */
export interface LedgerEvent {
  readonly matterId: string
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly command: string
  readonly from: string | null
  readonly to: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** An event with its place in the chain; both hashes are 64 lower-case hexadecimal digits. */
export interface ChainedEvent extends LedgerEvent {
  readonly prevHash: string
  readonly hash: string
}

/**
 * Why a chain does not hold at an event: `missing` (there is none of this number), `order` (a number came twice or too late),
 * `other-matter`, `unreadable` (it has no canonical form), `changed` (its content does not give its hash),
 * `rewritten` (content and hash agree, but the event after it was chained to another hash).
 */
export type ChainFault = 'missing' | 'order' | 'other-matter' | 'unreadable' | 'changed' | 'rewritten'

/** What `verifyChain` found: the last hash (undefined without events), or the first event that was touched. */
export type ChainVerdict = { readonly ok: true; readonly head: string | undefined } | { readonly ok: false; readonly seq: number; readonly fault: ChainFault }

/** The hash before the first event of a matter, in hexadecimal; its own for every matter, so that no two chains begin alike. */
export function genesisHash(matterId: string): string {
  return sm3Hex(`yimen/ledger/genesis/1\0${matterId}`)
}

/** SM3, in hexadecimal, over a domain label, the previous hash and the event in canonical JSON. Throws TypeError for an `at` or a `detail` that has more than one written form. */
export function eventHash(prevHash: string, event: LedgerEvent): string {
  const { matterId, seq, at, actor, command, from, to, detail } = event
  if (!isCanonicalInstant(at)) throw new TypeError(`"${at}" is not an instant in the form of Date.toISOString`)
  const content = canonicalJson({ matterId, seq, at, actor, command, from, to, detail })
  return sm3Hex(`yimen/ledger/event/1\0${prevHash}\0${content}`)
}

/**
 * Checks all events of one matter, given in order of `seq`. An event that was rewritten together with its hash is recognised by the event
 * after it; if several in a row were, the last of them is named. Cutting events off the end is for the tree to show.
 */
export function verifyChain(events: readonly ChainedEvent[]): ChainVerdict {
  let head: string | undefined
  for (const [index, event] of events.entries()) {
    const seq = index + 1
    if (event.seq !== seq) return event.seq > seq ? { ok: false, seq, fault: 'missing' } : { ok: false, seq: event.seq, fault: 'order' }
    if (event.matterId !== events[0]?.matterId) return { ok: false, seq, fault: 'other-matter' }
    const computed = hashOrUndefined(event)
    if (!computed) return { ok: false, seq, fault: 'unreadable' }
    if (computed !== event.hash) return { ok: false, seq, fault: 'changed' }
    if (event.prevHash !== (head ?? genesisHash(event.matterId))) return { ok: false, seq: Math.max(index, 1), fault: 'rewritten' }
    head = computed
  }
  return { ok: true, head }
}

function hashOrUndefined(event: ChainedEvent): string | undefined {
  try {
    return eventHash(event.prevHash, event)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function isCanonicalInstant(at: string): boolean {
  const ms = Date.parse(at)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === at
}
