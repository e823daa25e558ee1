import type { BlockList } from 'node:net'
import { postOutside } from '#kernel/http/post-outside.ts'
import { mayReach } from './address-guard.ts'
import { type Outcome, outcomeOf } from './rules.ts'

export interface Message {
  readonly address: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Sends one message and says what became of it; never throws. */
export type Transport = (message: Message) => Promise<Outcome>

/** A receiver answers within this time, or the message is sent again later. */
const patienceMs = 5_000

/** Over HTTP to the public internet and the networks that the operator named. */
export function httpTransport(named: BlockList): Transport {
  return (message) =>
    postOutside({ ...message, mayReach: (address) => mayReach(address, named), patienceMs }).then(outcomeOf, (error: unknown) => ({ kind: 'away', why: whyOf(error) }))
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'broken-off'
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'too-slow'
  return 'code' in error ? String(error.code).toLowerCase() : 'broken-off'
}
