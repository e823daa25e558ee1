import type { z } from 'zod'
import type { Caller } from '#kernel/access/caller.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import type { Services } from '#kernel/contract/services.ts'
import type { Db } from '#kernel/db/pool.ts'

/** What a job is given: the operations of its module, called as the program itself (or as the law). */
export interface JobContext {
  readonly db: Db
  readonly services: Services
  readonly now: Date
  run<I extends z.ZodType, O extends z.ZodType>(operation: Operation<string, I, O>, input: z.input<I>, caller?: Caller): Promise<z.output<O>>
}

/** Background work of a module. It may run twice: it calls operations that are safe to repeat. */
export interface Job<N extends string = string, P extends z.ZodType = z.ZodType> {
  /** `module.verb-noun` */
  readonly name: N
  readonly payload: P
  /** Crontab line (Graphile Worker syntax) in the office's time, Asia/Shanghai, for repeated work; its payload is empty. */
  readonly schedule?: string
  /**
   * Run about once a second while the queue is worked, with an empty payload: for work that waits in a table of its own, so
   * that a command need not add a job for it. Each worker runs it, so it claims what it takes.
   */
  readonly everySecond?: true
  run(context: JobContext, payload: z.output<P>): Promise<void>
}

export function defineJob<const N extends string, P extends z.ZodType>(job: Job<N, P>): Job<N, P> {
  return job
}
