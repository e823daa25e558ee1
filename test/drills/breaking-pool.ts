import type pg from 'pg'

/** Where in a command the connection breaks: before its n-th statement is sent, or after its answer came and nobody heard it. */
export interface Break {
  readonly statement: number
  readonly when: 'before' | 'after'
}

export interface BreakingPool {
  /** Lets the next transaction break; undefined: none. */
  plan(next: Break | undefined): void
  /** The backend whose connection broke as planned. */
  readonly broken: number | undefined
  /** Sends each statement as a transaction of its own, as a program that forgot to open one. */
  withoutTransactions: boolean
}

/** What the driver of the office sends at once (kernel/db/burst.ts); it is cut off as a whole. */
interface Burst {
  statements: readonly { readonly text: string }[]
  readonly answer: Promise<unknown>
}

type Query = (burst: Burst) => void
type Client = pg.PoolClient & { readonly processID: number; readonly connection: { readonly stream: { destroy(): void } } }

/** Makes the connections of a pool break where it is told: PostgreSQL then does what it does when a program was killed. */
export function breakConnectionsOf(pool: pg.Pool): BreakingPool {
  let planned: Break | undefined
  let sent = 0
  const breaking = {
    broken: undefined as number | undefined,
    withoutTransactions: false,
    plan(next: Break | undefined) {
      planned = next
      sent = 0
      breaking.broken = undefined
    },
  }
  const known = new WeakSet<pg.PoolClient>()
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  pool.connect = (async () => {
    const client = (await connect()) as Client
    if (!known.has(client)) wrap(client)
    known.add(client)
    return client
  }) as typeof pool.connect

  function wrap(client: Client): void {
    const query = client.query.bind(client) as unknown as Query
    const breakNow = (): void => {
      breaking.broken = client.processID
      planned = undefined
      client.connection.stream.destroy()
    }
    const send: Query = (burst) => {
      if (breaking.withoutTransactions) burst.statements = burst.statements.map((one) => (one.text === 'begin' ? { ...one, text: 'SELECT 1', repeated: false } : one))
      const cut = planned !== undefined && sent < planned.statement && sent + burst.statements.length >= planned.statement ? planned.when : undefined
      sent += burst.statements.length
      if (cut === 'before') breakNow()
      if (cut === 'after') burst.answer.then(breakNow, () => undefined)
      query(burst)
    }
    client.query = send as unknown as typeof client.query
  }
  return breaking
}
