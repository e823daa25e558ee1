import { randomUUID } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import type { Caller } from '#kernel/access/caller.ts'
import type { CallOptions } from '#kernel/contract/call.ts'
import { FileAnswer, type Operation } from '#kernel/contract/operation.ts'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { contentDisposition } from '#kernel/files/content-disposition.ts'
import type { LiveDoor } from '#kernel/live/live-door.ts'
import type { Log } from '#kernel/log/log.ts'
import { systemClock } from '#kernel/time/clock-source.ts'
import type { Observer } from '#kernel/observability/observer.ts'
import type { Readiness } from '#kernel/observability/readiness.ts'
import { askedLanguage } from './asked-language.ts'
import { readToken, refuseForeign } from './caller.ts'
import { maxFormBytes, readInput } from './input.ts'
import { whileClockIsRight } from './load-shedding.ts'
import { plainHtml, plainTitle } from './plain-page.ts'
import { faultProblem, problemOf, refusalOfDatabase, type RefusalTexts, statusOf } from './problem.ts'
import { createRateLimiter, type RateLimiter } from './rate-limit.ts'
import { sharePages } from './shared-pages.ts'
import { type IsProxy, whoAsks } from './who-asks.ts'

export interface HttpOptions {
  readonly operations: readonly Operation[]
  readonly call: (operation: Operation, caller: Caller, input: unknown, options: CallOptions) => Promise<unknown>
  readonly findCaller: (token: string | undefined) => Promise<Caller>
  /** Answers when the database does. */
  readonly ping: () => Promise<void>
  readonly openApi: () => unknown
  readonly texts: RefusalTexts
  readonly log: Log
  /** Counts the calls of operations with a `rate`; one by the machine's clock unless given. */
  readonly limiter?: RateLimiter
  /** Whose word about the address of a caller is taken; only a proxy on this machine unless given. */
  readonly isProxy?: IsProxy
  /** Everything that is not the API: the pages. `asker` names who is counted where an operation has a rate. */
  readonly pages?: (request: Request, caller: Caller, requestId: string, asker: string) => Promise<Response>
  /** Whether pages that are the same for everybody are rendered once for all who ask within some seconds. */
  readonly sharesPages?: boolean
  /** Tells open pages that something changed: GET /live. */
  readonly live?: Pick<LiveDoor, 'answer'>
  readonly staticFolder?: string
  /** Whether this process can serve: what `/readyz` answers. Without it there is no such address. */
  readonly readiness?: () => Promise<Readiness>
  /** Is told of every answer, for metrics and traces. */
  readonly observer?: Observer
  /** Refuses while this machine's clock cannot be trusted. */
  readonly mustBeRight?: () => Promise<void>
  /** Answers the files of pages that are not built: style sheets and scripts as they stand in the sources. Development only. */
  readonly sources?: MiddlewareHandler
}

/** The HTTP face: health, the operations under /api/v1, static files, and the pages for everything else. */
export function createHttp(options: HttpOptions): Hono {
  const app = new Hono()
  if (options.sources) app.use(options.sources)
  app.use(secureHeaders({ strictTransportSecurity: 'max-age=31536000; includeSubDomains', crossOriginResourcePolicy: 'same-origin', referrerPolicy: 'same-origin' }))
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('permissions-policy')) c.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  })
  app.use(compress())
  app.use(async (c, next) => {
    const answered = options.observer?.begin({ method: c.req.method, requestId: requestIdOf(c), parent: c.req.header('traceparent') })
    await next()
    c.header('x-request-id', requestIdOf(c))
    answered?.({ operation: operationOf(c), status: c.res.status })
  })
  app.onError((error, c) => answerError(error, c, options))
  app.notFound((c) => answerError(new Refusal(contractRefusals.notFound), c, options))
  app.get('/healthz', async (c) => {
    await options.ping()
    return c.json({ status: 'ok' })
  })
  const { readiness } = options
  if (readiness) {
    app.get('/readyz', async (c) => {
      const found = await readiness()
      return c.json(found, found.ready ? 200 : 503, { 'cache-control': 'no-store', ...(!found.ready && { 'retry-after': String(comeAgainSeconds) }) })
    })
  }
  if (options.staticFolder !== undefined) {
    app.use('/assets/*', named('file'), keepForAYear, etag(), serveStatic({ root: options.staticFolder }))
  }
  if (options.mustBeRight) app.use(whileClockIsRight(options.mustBeRight))
  app.get('/api/v1/openapi.json', (c) => c.json(options.openApi() as Record<string, unknown>))
  const limiter = options.limiter ?? createRateLimiter(systemClock)
  for (const operation of options.operations) mount(app, operation, options, limiter)
  app.all('/api/*', (c) => {
    const allowed = methodsAt(c.req.path, options.operations)
    throw allowed.length > 0 ? new Refusal(contractRefusals.methodNotAllowed, { allowed }) : new Refusal(contractRefusals.notFound)
  })
  const { live } = options
  const pages = options.pages && (options.sharesPages === true ? sharePages(options.pages) : options.pages)
  if (live) {
    app.get('/live', named('live'), async (c) => {
      const caller = await options.findCaller(readToken(c))
      return live.answer({ caller, topics: c.req.query('topics') ?? '', seen: c.req.header('last-event-id') ?? c.req.query('seen') ?? '', owner: whoAsks(c, caller, options.isProxy) })
    })
  }
  if (pages) {
    app.all('*', named('page'), bodyLimit({ maxSize: maxFormBytes, onError: refuseBody }), async (c) => {
      refuseForeign(c)
      const caller = await options.findCaller(readToken(c))
      return pages(c.req.raw, caller, requestIdOf(c), whoAsks(c, caller, options.isProxy))
    })
  }
  return app
}

/** Says under which name a request is counted. */
function named(operation: string): MiddlewareHandler {
  return async (c, next) => {
    c.set('operation', operation)
    await next()
  }
}

function operationOf(c: Context): string {
  return (c.get('operation') as string | undefined) ?? 'other'
}

/** Built files bear a hash of their content in the name, so that they never change. */
async function keepForAYear(c: Context, next: Next): Promise<void> {
  await next()
  if (c.res.ok || c.res.status === 304) c.header('cache-control', 'public, max-age=31536000, immutable')
}

function refuseBody(): never {
  throw new Refusal(contractRefusals.bodyTooLarge, { limitBytes: maxFormBytes })
}

function mount(app: Hono, operation: Operation, options: HttpOptions, limiter: RateLimiter): void {
  const line = operation.http
  if (line === undefined) return
  const path = `/api/v1${line.path.replaceAll(/\{(\w+)\}/g, ':$1')}`
  app.on(line.method, path, named(operation.name), async (c) => {
    const caller = await options.findCaller(readToken(c))
    if (operation.rate) limiter.take(`${operation.name} ${whoAsks(c, caller, options.isProxy)}`, operation.rate.perMinute)
    const answer = await options.call(operation, caller, await readInput(c.req, line), {
      requestId: requestIdOf(c),
      idempotencyKey: line.method === 'GET' ? undefined : c.req.header('idempotency-key'),
    })
    if (answer instanceof FileAnswer) return fileResponse(answer)
    c.header('cache-control', 'no-store')
    return c.json(answer as Record<string, unknown>, line.status ?? 200)
  })
}

/** The methods that the operations take at this path. */
function methodsAt(path: string, operations: readonly Operation[]): readonly string[] {
  const lines = operations.flatMap(({ http }) => (http && new RegExp(`^/api/v1${http.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path) ? [http.method] : []))
  return [...new Set(lines)]
}

function fileResponse(answer: FileAnswer): Response {
  return new Response(answer.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': answer.contentType,
      'content-disposition': contentDisposition(answer.disposition, answer.fileName),
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}

function requestIdOf(c: Context): string {
  const given = c.req.header('x-request-id')
  const id = (c.get('requestId') as string | undefined) ?? (given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID())
  c.set('requestId', id)
  return id
}

function answerError(error: Error, c: Context, options: HttpOptions): Response {
  const requestId = requestIdOf(c)
  const refusal = error instanceof Refusal ? error : refusalOfDatabase(error)
  if (!refusal) options.log.error('fault', error, { requestId, method: c.req.method, path: c.req.path })
  const body = refusal ? problemOf(refusal, options.texts, requestId) : faultProblem(options.texts, requestId)
  const status = refusal ? statusOf(refusal.type) : 500
  const headers = refusal ? headersOf(refusal) : {}
  if (wantsPage(c)) {
    const language = askedLanguage(c.req.url.replace(/^https?:\/\/[^/]+/, ''), c.req.header('cookie'))
    const page = plainHtml({ title: plainTitle(options.texts, String(body['code']), language), language, requestId })
    return new Response(page.text, { status, headers: { ...page.headers, 'cache-control': 'no-store', ...headers } })
  }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers } })
}

/** A browser that asked for a page is answered with one, also where the pages cannot answer any more. */
function wantsPage(c: Context): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html')
}

/** A database that restarts is back within seconds. */
const comeAgainSeconds = 5

/** Details that HTTP has a header for: when to come again (RFC 9110, 10.2.3) and what is taken here (10.2.1). */
function headersOf({ details, type }: Refusal): Readonly<Record<string, string>> {
  const { retryAfterSeconds = type.kind === 'unavailable' ? comeAgainSeconds : undefined, allowed } = details
  return {
    ...(typeof retryAfterSeconds === 'number' && { 'retry-after': String(retryAfterSeconds) }),
    ...(type.kind === 'not-allowed' && Array.isArray(allowed) && { allow: allowed.join(', ') }),
  }
}
