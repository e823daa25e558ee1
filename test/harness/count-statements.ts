import process from 'node:process'
import pg from 'pg'

const bounds = /^(?:begin|commit|rollback|start transaction)/i

export interface Sent {
  /** In order, without the bounds of transactions. */
  readonly statements: readonly string[]
  /** How often the program waited for the database: statements that were sent together are one trip. */
  readonly trips: number
}

/** What `act` sends to the database. Nothing else may run meanwhile. */
export async function sentBy(act: () => Promise<unknown>): Promise<Sent> {
  const statements: string[] = []
  let trips = 0
  let together = false
  const prototype = pg.Client.prototype as unknown as { query: (this: unknown, ...args: readonly unknown[]) => unknown }
  const query = prototype.query
  prototype.query = function counted(this: unknown, ...args) {
    const [first] = args
    const text = typeof first === 'string' ? first : ((first as { readonly text?: string } | undefined)?.text ?? '')
    if (text !== '' && !bounds.test(text.trim())) statements.push(text.trim().replaceAll(/\s+/g, ' '))
    if (!together) trips += 1
    together = true
    process.nextTick(() => {
      together = false
    })
    return query.apply(this, [...args])
  }
  try {
    await act()
  } finally {
    prototype.query = query
  }
  return { statements, trips }
}

/** The statements that `act` sends, in order, without the bounds of its transactions. */
export async function statementsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  return (await sentBy(act)).statements
}
