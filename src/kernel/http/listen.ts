import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

/** How long the office waits for a client, in milliseconds. */
export interface Patience {
  /** For the head of a request. */
  readonly headMs: number
  /** For a whole request: fifty megabytes over a bad line take minutes. */
  readonly requestMs: number
  /** While nothing moves on a connection: longer than the longest statement, and than the pause between two beats of a live page. */
  readonly stillMs: number
  /** From the first byte of a request to the last of its answer; a live page stays as long as it likes. */
  readonly answerMs: number
}

export const usualPatience: Patience = { headMs: 10_000, requestMs: 300_000, stillMs: 90_000, answerMs: 600_000 }
const oftenEnoughShare = 5
/** A stop waits so long for requests that run. */
const closingMs = 15_000

export interface ListenOptions {
  readonly host: string
  readonly port: number
  readonly patience?: Patience
  /** Answers a request itself, before anything else is done with it; false: it was let in. */
  readonly turnAway?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean
}

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/**
 * Listens; resolves once connections are taken. Whoever sends or reads too slowly is told so with 408 where that is still possible, and
 * loses the connection: what he holds of the office's memory is what he has sent so far or has not read yet.
 */
export function listen(app: Hono, { host, port, patience = usualPatience, turnAway }: ListenOptions): Promise<Listening> {
  const answer = getRequestListener(app.fetch, { hostname: host })
  const server = createServer(
    { headersTimeout: patience.headMs, requestTimeout: patience.requestMs, connectionsCheckingInterval: Math.ceil(patience.headMs / oftenEnoughShare) },
    (incoming, outgoing) => {
      if (turnAway?.(incoming, outgoing)) return
      endAfter(patience.answerMs, incoming, outgoing)
      void answer(incoming, outgoing)
    },
  )
  server.timeout = patience.stillMs
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port, close: () => closeServer(server) }))
  })
}

function endAfter(answerMs: number, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.url?.startsWith('/live') === true) return
  const timer = setTimeout(() => incoming.socket.destroy(), answerMs).unref()
  outgoing.once('close', () => clearTimeout(timer))
}

/** Takes no new connections, drops idle ones, lets running requests end, and those that do not end fall. */
function closeServer(server: Server): Promise<void> {
  const last = setTimeout(() => server.closeAllConnections(), closingMs).unref()
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(last)
      resolve()
    })
    server.closeIdleConnections()
  })
}
