import { lookup as lookUp } from 'node:dns/promises'
import { request as askPlainly } from 'node:http'
import { request as askSecurely, type RequestOptions } from 'node:https'
import { type BlockList, isIP, type LookupFunction } from 'node:net'
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

/** Over HTTP to the public internet and the networks that the operator named. The address that was checked is the one that is connected to, and redirects are not followed. */
export function httpTransport(named: BlockList): Transport {
  return async ({ address, body, headers }) => {
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !mayReach(host, named)) return { kind: 'away', why: 'address-not-allowed' }
    const ask = url.protocol === 'https:' ? askSecurely : askPlainly
    const options: RequestOptions = { method: 'POST', agent: false, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }, lookup: guarded(named), signal: AbortSignal.timeout(patienceMs) }
    return new Promise<Outcome>((resolve) => {
      const request = ask(url, options, (answer) => {
        // What the receiver writes is not read: its status says all.
        answer.destroy()
        resolve(outcomeOf(answer.statusCode ?? 0))
      })
      request.once('error', (error) => resolve({ kind: 'away', why: whyOf(error) }))
      request.end(body)
    })
  }
}

/** Looks a name up and refuses it if any of its addresses lies where the office must not go. */
function guarded(named: BlockList): LookupFunction {
  return (name, options, done) => {
    void lookUp(name, { ...options, all: true }).then(
      (found) => {
        const [first] = found
        if (first === undefined || found.some(({ address }) => !mayReach(address, named))) done(Object.assign(new Error('not allowed'), { code: 'address-not-allowed' }), '')
        else if (options.all === true) done(null, found)
        else done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, ''),
    )
  }
}

function whyOf(error: Error): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'too-slow'
  return 'code' in error ? String(error.code).toLowerCase() : 'broken-off'
}
