import type { z } from 'zod'
import type { JobContext } from './runner.ts'

/** Background work of a module. It may run twice: it calls operations that are safe to repeat. */
export interface Job<N extends string = string, P extends z.ZodType = z.ZodType> {
  /** `module.verb-noun` */
  readonly name: N
  readonly payload: P
  /** Crontab line (Graphile Worker syntax, Asia/Shanghai is the process time zone) for repeated work; its payload is empty. */
  readonly schedule?: string
  run(context: JobContext, payload: z.output<P>): Promise<void>
}

export function defineJob<const N extends string, P extends z.ZodType>(job: Job<N, P>): Job<N, P> {
  return job
}
