import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { MiddlewareHandler } from 'hono'

/** Answers a request on the socket itself, or calls `next`. */
export type SocketHandler = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void

/** Hands the addresses of sources to whoever compiles them: for pages under development. */
export function sourcesOf(compiler: SocketHandler): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    if (!/^\/(?:src\/|node_modules\/|@)/.test(c.req.path)) return next()
    const { incoming, outgoing } = c.env
    const answered = await new Promise<boolean>((resolve) => {
      outgoing.once('close', () => resolve(true))
      compiler(incoming as IncomingMessage, outgoing as ServerResponse, () => resolve(false))
    })
    return answered ? RESPONSE_ALREADY_SENT : next()
  }
}
