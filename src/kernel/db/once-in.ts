import type { Db } from './pool.ts'

const readIn = new WeakMap<Db, Map<string, Promise<unknown>>>()

/**
 * Reads once in a transaction: a command asks for the same unit or person several times, and what it read holds until its
 * end. Only for rows that the command itself does not change. Outside a transaction it reads each time; a failed reading is
 * not remembered.
 */
export function onceIn<T>(db: Db, key: string, read: () => Promise<T>): Promise<T> {
  if (!db.isTransaction) return read()
  const known = readIn.get(db) ?? new Map<string, Promise<unknown>>()
  readIn.set(db, known)
  const earlier = known.get(key) as Promise<T> | undefined
  if (earlier !== undefined) return earlier
  const reading = read()
  known.set(key, reading)
  reading.catch(() => known.delete(key))
  return reading
}
