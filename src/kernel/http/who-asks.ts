import { randomBytes } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { actorOf, type Caller } from '#kernel/access/caller.ts'
import { sm3Hex } from '#kernel/crypto/sm3.ts'

/** Made anew with every process, so that what is kept of an address says nothing elsewhere. */
const salt = randomBytes(16).toString('hex')

/**
 * Names who is counted: the signed-in principal, else a hash of the address. A proxy on this machine is believed about the
 * address that it adds last to X-Forwarded-For; anybody else is not.
 */
export function whoAsks(c: Context, caller: Caller): string {
  return caller.kind === 'anonymous' ? `address:${sm3Hex(`${salt}${addressOf(c)}`)}` : actorOf(caller)
}

function addressOf(c: Context): string {
  const direct = c.env?.incoming === undefined ? '' : (getConnInfo(c).remote.address ?? '')
  if (!/^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+|)$/.test(direct)) return direct
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? direct
}
