import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { Refusal } from '#kernel/errors/refusal.ts'

export const sessionCookie = 'yimen_session'

/** The token of a request: a bearer token of another system, else the browser's cookie, which only our own pages may send with a change. */
export function readToken(c: Context): string | undefined {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return bearer
  const cookie = getCookie(c, sessionCookie)
  if (cookie !== undefined) refuseForeign(c)
  return cookie
}

/**
 * Refuses a changing request that another site had the browser send: browsers say so in Sec-Fetch-Site and Origin. Forms are refused
 * without a session too, so that nobody is signed in as somebody else without noticing.
 */
export function refuseForeign(c: Context): void {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isForeign(c)) throw new Refusal(contractRefusals.notPermitted, { reason: 'cross-site' })
}

function isForeign(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'))
}
