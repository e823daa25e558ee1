import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Observer } from '#kernel/observability/observer.ts'
import { overloadOf, type Shedding } from './load-shedding.ts'
import { askedLanguage } from './asked-language.ts'
import { plainHtml, plainTitle } from './plain-page.ts'
import { problemOf, type RefusalTexts, statusOf } from './problem.ts'

/** Addresses that are answered under any load: whoever watches the office must not take overload for death, and files cost next to nothing. */
const alwaysAnswered = /^\/(?:healthz(?:$|\?)|readyz(?:$|\?)|assets\/)/
const comeAgainSeconds = 1
const overloaded = new Refusal(contractRefusals.overloaded, { retryAfterSeconds: comeAgainSeconds })

export interface TurnAway {
  readonly shedding: Shedding
  readonly texts: RefusalTexts
  readonly observer?: Observer
}

/**
 * Turns requests away while the office is overloaded, on the socket, before session, body or route are looked at: what a refusal costs is
 * taken from those who were let in. True if this one was turned away.
 */
export function turnAwayOf({ shedding, texts, observer }: TurnAway): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  const isOverloaded = overloadOf(shedding)
  const status = statusOf(overloaded.type)
  return (incoming, outgoing) => {
    if (!isOverloaded() || alwaysAnswered.test(incoming.url ?? '')) return false
    const requestId = randomUUID()
    const answered = observer?.begin({ method: incoming.method ?? 'GET', requestId, parent: undefined })
    const page = incoming.url?.startsWith('/api/') !== true && (incoming.headers.accept ?? '').includes('text/html')
    const { text, headers } = page ? pageFor(incoming, texts, requestId) : { text: JSON.stringify(problemOf(overloaded, texts, requestId)), headers: { 'content-type': 'application/problem+json; charset=utf-8' } }
    outgoing.writeHead(status, {
      ...headers,
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
      'retry-after': String(comeAgainSeconds),
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
      // A body that nobody will read is not waited for.
      ...(hasBody(incoming) && { connection: 'close' }),
    })
    outgoing.end(text)
    answered?.({ operation: 'turned-away', status })
    return true
  }
}

function pageFor({ url = '', headers }: IncomingMessage, texts: RefusalTexts, requestId: string): ReturnType<typeof plainHtml> {
  const language = askedLanguage(url, headers.cookie)
  return plainHtml({ title: plainTitle(texts, overloaded.code, language), language, requestId })
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}
