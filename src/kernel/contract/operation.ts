import type { z } from 'zod'
import type { Caller } from '#kernel/access/caller.ts'
import type { Db } from '#kernel/db/pool.ts'
import type { RefusalType } from '#kernel/errors/refusal.ts'
import type { Services } from './services.ts'

/** What an operation is given besides its input. `now` comes from the clock of the process or, in a simulated city, from the simulator. */
export interface Ctx {
  /** The transaction of a command; a plain connection for a query. */
  readonly db: Db
  readonly caller: Caller
  readonly now: Date
  readonly requestId: string
  readonly services: Services
  /** Adds a job in this transaction; it runs after commit, at least once. `key` makes a later job with the same key replace it. */
  addJob(name: string, payload: Readonly<Record<string, unknown>>, options?: JobOptions): void
  /** Publishes an event (`cases.case-decided`) in this transaction; listeners of other modules hear it after commit, at least once. */
  publish(event: string, payload: Readonly<Record<string, unknown>>): void
  /** Registers what must be kept even if this command is refused, such as a failed attempt or a recorded violation: it runs after the rollback, in a transaction of its own. */
  afterRefusal(run: (db: Db) => Promise<void>): void
}

export interface JobOptions {
  readonly runAt?: Date
  readonly key?: string
}

export type Access = 'public' | 'signed-in' | { readonly permission: string }

export interface HttpLine {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below /api/v1, with `{name}` for path parameters that are fields of the input. */
  readonly path: `/${string}`
  /** Success status, 200 unless told. */
  readonly status?: 200 | 201
  /** `bytes`: the body is a file, given to the operation as `bytes`; `name` and the other fields come from the query. */
  readonly body?: 'json' | 'bytes'
}

/** An example request that a test sends and that the OpenAPI document shows. */
export interface Example<I> {
  readonly summary: string
  readonly input: I
}

/** One use case, served to pages in process and to other systems over HTTP with the same checks. */
export interface Operation<N extends string = string, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly name: N
  /** One English sentence for the API document. */
  readonly summary: string
  /** A query reads and may be repeated; a command runs in one transaction and takes an idempotency key. */
  readonly kind: 'query' | 'command'
  readonly http?: HttpLine
  readonly access: Access
  /** At most so many calls a minute over HTTP by one caller, or by one address where nobody is signed in. */
  readonly rate?: { readonly perMinute: number }
  readonly input: I
  readonly output: O
  /** Refusals it may answer with besides those of the contract itself. */
  readonly refusals: readonly RefusalType[]
  readonly examples?: readonly Example<z.input<I>>[]
  run(ctx: Ctx, input: z.output<I>): Promise<z.input<O>>
}

/** Declares an operation; the name stays a literal type, so that callers are typed by it. */
export function defineOperation<const N extends string, I extends z.ZodType, O extends z.ZodType>(operation: Operation<N, I, O>): Operation<N, I, O> {
  return operation
}

/** A file as an answer: streamed by HTTP, never serialised as JSON. */
export class FileAnswer {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly fileName: string
  readonly disposition: 'inline' | 'attachment'

  constructor(bytes: Uint8Array, contentType: string, fileName: string, disposition: 'inline' | 'attachment' = 'attachment') {
    this.bytes = bytes
    this.contentType = contentType
    this.fileName = fileName
    this.disposition = disposition
  }
}
