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
    for (const text of textsOf(args[0])) if (text !== '' && !bounds.test(text)) statements.push(text.replaceAll(/\s+/g, ' '))
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

/** The texts of what a client is given: one statement, or a burst of several. */
function textsOf(given: unknown): readonly string[] {
  if (typeof given === 'string') return [given.trim()]
  const { text = '', statements } = (given ?? {}) as { readonly text?: string; readonly statements?: readonly { readonly text: string }[] }
  return (statements ?? [{ text }]).map((one) => one.text.trim())
}

/** The statements that `act` sends, in order, without the bounds of its transactions. */
export async function statementsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  return (await sentBy(act)).statements
}
