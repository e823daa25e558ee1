import pg from 'pg'

/** One statement of a burst. */
export interface Statement {
  readonly text: string
  /** As they go over the wire: see `wireValues`. */
  readonly values: readonly unknown[]
  /** Whether it is worth a prepared statement: it came before. */
  readonly repeated: boolean
  /** Whether somebody reads its rows. */
  readonly read: boolean
}

/** What the last statement of a burst answered; `command` is the first word of PostgreSQL's command tag. */
export interface StatementAnswer {
  readonly command: string
  readonly affected: number | undefined
  readonly rows: readonly Record<string, unknown>[]
}

/** The messages of the extended query protocol that a burst sends, as `pg` writes them. */
interface Wire {
  parse(message: { readonly name: string; readonly text: string }): void
  bind(message: { readonly statement: string; readonly values: readonly unknown[] }): void
  describe(message: { readonly type: 'P'; readonly name: string }): void
  execute(message: object): void
  sync(): void
}

interface Field {
  readonly name: string
  readonly dataTypeID: number
}

type RowReader = (values: readonly (string | null)[]) => Record<string, unknown>

interface Prepared {
  readonly name: string
  /** How its rows are read; undefined until one was described. */
  reader: RowReader | undefined
}

/** The statements that one connection has prepared, by their text. */
class Shelf {
  readonly prepared = new Map<string, Prepared>()
  #made = 0

  /** Never the same name twice: after a failure nobody knows whether the server still holds the statement of that name. */
  newName(): string {
    this.#made += 1
    return `s${this.#made}`
  }
}

const shelves = new WeakMap<pg.PoolClient, Shelf>()

function shelfOf(client: pg.PoolClient): Shelf {
  const known = shelves.get(client)
  if (known !== undefined) return known
  const shelf = new Shelf()
  shelves.set(client, shelf)
  return shelf
}

const { utils } = pg as unknown as { readonly utils: { prepareValue(value: unknown): unknown } }

/** Values as they go over the wire; throws for what cannot be written, such as an object that holds itself. */
export function wireValues(values: readonly unknown[]): readonly unknown[] {
  return values.map((value) => (value instanceof Date && isOfFourDigits(value.getUTCFullYear()) ? value.toISOString() : utils.prepareValue(value)))
}

/** Years that ISO 8601 and PostgreSQL write alike. */
function isOfFourDigits(year: number): boolean {
  return year >= 1 && year <= 9999
}

/**
 * Several statements that travel to PostgreSQL in one write, end with one Sync and are answered in one write: the pipeline of the extended
 * query protocol. `pg` of itself ends each statement with a Sync, which PostgreSQL answers with a system call of its own, and asks for the
 * description of its columns each time. The first statement that fails fails the burst; the server passes over those behind it.
 */
class Burst extends pg.Query {
  /** For those who count what is sent. */
  readonly statements: readonly Statement[]
  readonly #client: pg.PoolClient
  readonly #prepared: (Prepared & { readonly fresh: boolean })[] = []
  readonly #ended = Promise.withResolvers<StatementAnswer>()
  #at = 0
  #reader: RowReader | undefined
  #rows: Record<string, unknown>[] = []
  #answer: StatementAnswer = { command: '', affected: undefined, rows: [] }
  #unreadable: unknown

  constructor(client: pg.PoolClient, statements: readonly Statement[]) {
    super('')
    this.#client = client
    this.statements = statements
  }

  get answer(): Promise<StatementAnswer> {
    return this.#ended.promise
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire
    for (const statement of this.statements) this.#write(wire, statement)
    wire.sync()
  }

  #write(wire: Wire, statement: Statement): void {
    const prepared = this.#prepare(statement)
    this.#prepared.push(prepared)
    if (prepared.fresh) wire.parse({ name: prepared.name, text: statement.text })
    wire.bind({ statement: prepared.name, values: statement.values })
    if (statement.read && prepared.reader === undefined) wire.describe({ type: 'P', name: '' })
    wire.execute({})
  }

  #prepare({ text, repeated }: Statement): Prepared & { readonly fresh: boolean } {
    if (!repeated) return { name: '', reader: undefined, fresh: true }
    const shelf = shelfOf(this.#client)
    const known = shelf.prepared.get(text)
    if (known !== undefined) return { ...known, fresh: false }
    const name = shelf.newName()
    shelf.prepared.set(text, { name, reader: undefined })
    return { name, reader: undefined, fresh: true }
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#reader = readerOf(this.#client, fields)
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.statements[this.#at]?.read !== true) return
    try {
      this.#rows.push((this.#reader ?? this.#prepared[this.#at]?.reader ?? noRow)(fields))
    } catch (error) {
      this.#unreadable ??= error
    }
  }

  handleCommandComplete({ text: tag }: { readonly text: string }): void {
    const statement = this.statements[this.#at]
    if (statement?.read === true && statement.repeated) this.#remember(statement.text, this.#reader ?? noRow)
    const words = tag.split(' ')
    const count = Number(words.at(-1))
    this.#next({ command: words[0] ?? '', affected: Number.isNaN(count) ? undefined : count, rows: this.#rows })
  }

  handleEmptyQuery(): void {
    this.#next({ command: '', affected: undefined, rows: [] })
  }

  #next(answer: StatementAnswer): void {
    this.#answer = answer
    this.#at += 1
    this.#reader = undefined
    this.#rows = []
  }

  #remember(text: string, reader: RowReader): void {
    const prepared = shelfOf(this.#client).prepared.get(text)
    if (prepared !== undefined) prepared.reader ??= reader
  }

  handleError(error: Error): void {
    this.#tellClient()
    const shelf = shelfOf(this.#client)
    for (const [index, { text }] of this.statements.entries()) {
      if (index >= this.#at && this.#prepared[index]?.fresh === true) shelf.prepared.delete(text)
    }
    this.#ended.reject(error)
  }

  /** By this `pg` stops the clock of a `query_timeout` that the address of the database may set. */
  #tellClient(): void {
    ;(this as unknown as { readonly callback?: () => void }).callback?.()
  }

  handleReadyForQuery(): void {
    this.#tellClient()
    if (this.#unreadable !== undefined) this.#ended.reject(this.#unreadable)
    else this.#ended.resolve(this.#answer)
  }
}

const noRow: RowReader = () => {
  throw new Error('a row came that was never described')
}

function readerOf(client: pg.PoolClient, fields: readonly Field[]): RowReader {
  const columns = fields.map(({ name, dataTypeID }) => ({ name, parse: client.getTypeParser(dataTypeID, 'text') as (text: string) => unknown }))
  const empty: Record<string, unknown> = Object.fromEntries(columns.map(({ name }) => [name, null]))
  return (values) => {
    const row = { ...empty }
    for (const [index, { name, parse }] of columns.entries()) {
      const value = values[index]
      row[name] = value === null || value === undefined ? null : parse(value)
    }
    return row
  }
}

/** Sends statements in one burst over a connection of a pool with `pipeline: true`; what the last of them answered. */
export async function sendBurst(client: pg.PoolClient, statements: readonly Statement[]): Promise<StatementAnswer> {
  const burst = new Burst(client, statements)
  client.query(burst)
  try {
    return await burst.answer
  } catch (error) {
    // The stack of the caller says more than that of the socket.
    if (error instanceof Error) Error.captureStackTrace(error, sendBurst)
    throw error
  }
}
