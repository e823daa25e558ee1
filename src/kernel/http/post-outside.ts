import { lookup as lookUp } from 'node:dns/promises'
import { request as askPlainly } from 'node:http'
import { request as askSecurely } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'

export interface OutsidePost {
  readonly address: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** Whether the office may connect to this IP address. */
  readonly mayReach: (address: string) => boolean
  readonly patienceMs: number
}

/** What an address is refused with that lies where the office must not go. */
const notAllowed = 'address-not-allowed'

/**
 * Posts JSON to somebody else's server and returns the status; the answer is not read and redirects are not followed. The address that was
 * checked is the one that is connected to, whatever the name says a moment later. Throws what the connection threw, with a `code`.
 */
export async function postOutside({ address, body, headers, mayReach, patienceMs }: OutsidePost): Promise<number> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayReach(host)) throw refused()
  const ask = url.protocol === 'https:' ? askSecurely : askPlainly
  return new Promise((resolve, reject) => {
    const request = ask(
      url,
      { method: 'POST', agent: false, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }, lookup: guarded(mayReach), signal: AbortSignal.timeout(patienceMs) },
      (answer) => {
        answer.destroy()
        resolve(answer.statusCode ?? 0)
      },
    )
    request.once('error', reject)
    request.end(body)
  })
}

/** Looks a name up and refuses it if any of its addresses may not be reached. */
function guarded(mayReach: OutsidePost['mayReach']): LookupFunction {
  return (name, options, done) => {
    void lookUp(name, { ...options, all: true }).then(
      (found) => {
        const [first] = found
        if (first === undefined || found.some(({ address }) => !mayReach(address))) done(refused(), '')
        else if (options.all === true) done(null, found)
        else done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, ''),
    )
  }
}

function refused(): Error {
  return Object.assign(new Error('the office must not connect there'), { code: notAllowed })
}
