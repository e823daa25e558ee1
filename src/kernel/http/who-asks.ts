import { randomBytes } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { actorOf, type Caller } from '#kernel/access/caller.ts'
import { sm3Hex } from '#kernel/crypto/sm3.ts'

/** Made anew with every process, so that what is kept of an address says nothing elsewhere. */
const salt = randomBytes(16).toString('hex')

/** Whether what this address adds to X-Forwarded-For is believed. */
export type IsProxy = (address: string) => boolean

const onThisMachine: IsProxy = (address) => /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+|)$/.test(address)

/** A proxy on this machine, and those of the networks that the operator named (CIDR). */
export function proxiesIn(networks: readonly string[]): IsProxy {
  const named = new BlockList()
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/')
    named.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return (address) => {
    const plain = address.replace(/^::ffff:/, '')
    return onThisMachine(address) || named.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
  }
}

/**
 * Names who is counted: the signed-in principal, else a hash of the address. A proxy is believed about the address that it adds last
 * to X-Forwarded-For; anybody else is not.
 */
export function whoAsks(c: Context, caller: Caller, isProxy: IsProxy = onThisMachine): string {
  return caller.kind === 'anonymous' ? `address:${sm3Hex(`${salt}${addressOf(c, isProxy)}`)}` : actorOf(caller)
}

function addressOf(c: Context, isProxy: IsProxy): string {
  const direct = c.env?.incoming === undefined ? '' : (getConnInfo(c).remote.address ?? '')
  if (!isProxy(direct)) return direct
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? direct
}
