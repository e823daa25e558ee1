import type { Db } from './pool.ts'

const readIn = new WeakMap<Db, Map<string, Promise<unknown>>>()

/** Lets `onceIn` remember for the life of this handle: that of one call. */
export function rememberIn<T extends Db>(db: T): T {
  readIn.set(db, new Map())
  return db
}

/**
 * Reads once in a call: it asks for the same unit or person several times, and what it read holds until its end. Only for rows
 * that the call itself does not change. On a handle of no call it reads each time; a failed reading is not remembered.
 */
export function onceIn<T>(db: Db, key: string, read: () => Promise<T>): Promise<T> {
  const known = readIn.get(db)
  if (known === undefined) return read()
  const earlier = known.get(key) as Promise<T> | undefined
  if (earlier !== undefined) return earlier
  const reading = read()
  known.set(key, reading)
  reading.catch(() => known.delete(key))
  return reading
}
