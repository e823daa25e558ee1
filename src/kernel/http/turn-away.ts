import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { Observer } from '#kernel/observability/observer.ts'
import { overloadOf, type Shedding } from './load-shedding.ts'
import { askedLanguage, plainLanguages } from './asked-language.ts'
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
 * taken from those who were let in, so each is written once and only its number is put in. True if this one was turned away.
 */
export function turnAwayOf({ shedding, texts, observer }: TurnAway): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  const isOverloaded = overloadOf(shedding)
  const status = statusOf(overloaded.type)
  const problem = blankOf((requestId) => ({
    text: JSON.stringify(problemOf(overloaded, texts, requestId)),
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  }))
  const pages = Object.fromEntries(plainLanguages.map((language) => [language, blankOf((requestId) => plainHtml({ title: plainTitle(texts, overloaded.code, language), language, requestId }))]))
  return (incoming, outgoing) => {
    if (!isOverloaded() || alwaysAnswered.test(incoming.url ?? '')) return false
    const requestId = randomUUID()
    const answered = observer?.begin({ method: incoming.method ?? 'GET', requestId, parent: undefined })
    const { before, after, headers } = (wantsPage(incoming) && pages[askedLanguage(incoming.url ?? '', incoming.headers.cookie)]) || problem
    outgoing.shouldKeepAlive = !hasBody(incoming)
    outgoing.writeHead(status, [...headers, 'x-request-id', requestId])
    outgoing.end(`${before}${requestId}${after}`)
    answered?.({ operation: 'turned-away', status })
    return true
  }
}

/** An answer but for the number of its request, which always takes the same room. */
interface Blank {
  readonly before: string
  readonly after: string
  /** Names and values in turn. */
  readonly headers: readonly string[]
}

function blankOf(write: (requestId: string) => { readonly text: string; readonly headers: Readonly<Record<string, string>> }): Blank {
  const requestId = randomUUID()
  const { text, headers } = write(requestId)
  const [before = '', after = ''] = text.split(requestId)
  const all = { ...headers, 'content-length': String(Buffer.byteLength(text)), 'cache-control': 'no-store', 'retry-after': String(comeAgainSeconds), 'x-content-type-options': 'nosniff' }
  return { before, after, headers: Object.entries(all).flat() }
}

function wantsPage({ url, headers }: IncomingMessage): boolean {
  return url?.startsWith('/api/') !== true && (headers.accept ?? '').includes('text/html')
}

/** A body that nobody will read is not waited for. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}
