/**
 * Runs several readings or writings of one transaction side by side, so that what they send travels in one burst. It waits for all of them
 * before the first failure comes out: nothing may go on behind a transaction that has ended.
 */
export async function sideBySide<const T extends readonly unknown[]>(works: T): Promise<{ readonly [K in keyof T]: Awaited<T[K]> }> {
  const ended = await Promise.allSettled(works)
  const failures = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  if (failures.length > 0) throw failures.find((failure) => !isFollowing(failure)) ?? failures[0]
  return ended.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as unknown as { readonly [K in keyof T]: Awaited<T[K]> }
}

/** in_failed_sql_transaction, invalid_sql_statement_name: what PostgreSQL answers to a statement behind the one that failed, or that was to be prepared with it. */
function isFollowing(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && (failure.code === '25P02' || failure.code === '26000')
}
