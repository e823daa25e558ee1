import { BlockList, isIP, isIPv4 } from 'node:net'

/** IPv4 networks that are not the public internet (RFC 6890 and its registry). */
const notPublic = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4']
/** Of IPv6 only global unicast is public, without documentation and what carries an IPv4 address inside (Teredo, 6to4). */
const public6 = ['2000::/3']
const notPublic6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const [publicBlocked, public6Allowed, public6Blocked] = [blockListOf(notPublic), blockListOf(public6), blockListOf(notPublic6)]

/** Networks in CIDR notation as one list to look in. Throws for what is none. */
export function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/')
    const version = isIP(address)
    if (version === 0 || !/^\d{1,3}$/.test(bits)) throw new Error(`"${network}" is not a network such as 10.20.0.0/16`)
    list.addSubnet(address, Number(bits), version === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

/** Whether the office may connect there: to the public internet, and to the networks that its operator named. */
export function mayReach(address: string, named: BlockList): boolean {
  if (isIP(address) === 0) return false
  if (isIPv4(address)) return named.check(address, 'ipv4') || !publicBlocked.check(address, 'ipv4')
  return named.check(address, 'ipv6') || (public6Allowed.check(address, 'ipv6') && !public6Blocked.check(address, 'ipv6'))
}

/**
 * Whether an address may be subscribed at all: https without a password; http and IP addresses only within the named networks. Names are
 * looked up when a message is sent; a name with a dot at its end is the same name in other letters and is refused.
 */
export function maySubscribe(text: string, named: BlockList): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, hash } = new URL(text)
  if (username !== '' || password !== '' || hash !== '') return false
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return isNamed(host, named) && (protocol === 'https:' || protocol === 'http:')
  return protocol === 'https:' && host.includes('.') && !host.endsWith('.') && !/\.(?:localhost|local|internal|arpa)$/i.test(host)
}

function isNamed(address: string, named: BlockList): boolean {
  return named.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}
