import type { Ctx } from '#kernel/contract/operation.ts'
import type { Db } from '#kernel/db/pool.ts'

/** What signing in needs of the operation's context. */
export type SignInCtx = Pick<Ctx, 'db' | 'now' | 'services' | 'afterRefusal'>

/**
 * Keeps what must outlive the refusal that follows, such as a counted failure: inside a command it is written after the
 * rollback, inside a query, which has no transaction, at once.
 */
export async function keepFailure(ctx: SignInCtx, write: (db: Db) => Promise<void>): Promise<void> {
  if (ctx.db.isTransaction) ctx.afterRefusal(write)
  else await write(ctx.db)
}
