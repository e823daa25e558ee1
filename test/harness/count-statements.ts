import pg from 'pg'

const bounds = /^(?:begin|commit|rollback|start transaction)/i

/** The statements that `act` sends to the database, in order, without the bounds of its transactions. Nothing else may run meanwhile. */
export async function statementsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  const statements: string[] = []
  const prototype = pg.Client.prototype as unknown as { query: (this: unknown, ...args: readonly unknown[]) => unknown }
  const query = prototype.query
  prototype.query = function counted(this: unknown, ...args) {
    const [first] = args
    const text = typeof first === 'string' ? first : ((first as { readonly text?: string } | undefined)?.text ?? '')
    if (text !== '' && !bounds.test(text.trim())) statements.push(text.trim().replaceAll(/\s+/g, ' '))
    return query.apply(this, [...args])
  }
  try {
    await act()
  } finally {
    prototype.query = query
  }
  return statements
}
