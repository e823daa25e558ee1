import pg from 'pg'

/**
 * The addresses of a database that has standbys: `postgresql://user:password@first:5432,second:5432/yimen` names them in one, as libpq
 * does (PostgreSQL manual, 32.1.1.3); `pg` itself takes one host only.
 */
export function hostsOf(url: string): readonly string[] {
  const { before, hosts, after } = partsOf(url)
  return hosts.length > 1 ? hosts.map((host) => `${before}${host}${after}`) : [url]
}

function partsOf(url: string): { readonly before: string; readonly hosts: readonly string[]; readonly after: string } {
  const [, before = '', hosts = '', after = ''] = /^(\w+:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/.exec(url) ?? []
  return { before, hosts: hosts.split(','), after }
}

/** The host that takes writes now. Throws what the last host said when none does. */
export async function findPrimary(url: string): Promise<string> {
  const hosts = hostsOf(url)
  if (hosts.length === 1) return url
  let refused: unknown
  for (const host of hosts) {
    const client = new pg.Client({ connectionString: host, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      if (!(await isStandby(client))) return host
    } catch (error) {
      refused = error
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new Error('no host of the database takes writes', { cause: refused })
}

/**
 * The same address with the host that takes writes now in front: a pool tries that one first, and whoever opens it is not refused
 * because the host that was named first is away. Throws as `findPrimary`.
 */
export async function primaryFirst(url: string): Promise<string> {
  const { before, hosts, after } = partsOf(url)
  if (hosts.length === 1) return url
  const place = hostsOf(url).indexOf(await findPrimary(url))
  return `${before}${[...hosts.slice(place), ...hosts.slice(0, place)].join(',')}${after}`
}

/** What a pool needs to follow the primary. A connection is opened to the host where the last one was; if that is away or a standby, the next is tried by whoever asks next. */
export function followingPrimary(hosts: readonly string[]): Pick<pg.PoolConfig, 'Client' | 'verify'> {
  let place = 0
  const leave = (host: string | undefined): void => {
    if (host === hosts[place]) place = (place + 1) % hosts.length
  }
  class ClientOfPrimary extends pg.Client {
    readonly yimenHost: string | undefined = hosts[place]

    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionString: hosts[place] })
    }

    override connect(): Promise<pg.Client>
    override connect(callback: (error: Error) => void): void
    override connect(callback?: (error: Error) => void): Promise<pg.Client> | void {
      if (callback === undefined) return super.connect()
      super.connect((error: Error) => {
        // `pg` calls back without an error when it is connected, whatever its types say.
        if (error instanceof Error) leave(this.yimenHost)
        callback(error)
      })
    }
  }
  return {
    Client: ClientOfPrimary,
    verify: (client: pg.PoolClient, done: (error?: Error) => void) => {
      isStandby(client).then((standby) => {
        if (!standby) return done()
        leave((client as unknown as ClientOfPrimary).yimenHost)
        done(Object.assign(new Error('this host of the database is a standby'), { code: cannotConnectNow }))
      }, done)
    },
  }
}

/** As PostgreSQL itself says of a host that cannot serve yet: the caller is told to try again. */
const cannotConnectNow = '57P03'

async function isStandby(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby')
  return rows[0]?.standby ?? false
}
