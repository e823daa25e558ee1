import { sql } from 'kysely'
import { blindIndex } from '#kernel/crypto/blind-index.ts'
import { randomness } from '#kernel/crypto/randomness.ts'
import { open, seal } from '#kernel/crypto/sealed-box.ts'
import type { Db } from '#kernel/db/pool.ts'
import type { Clock } from '#kernel/time/clock-source.ts'

/** Personal data at rest (个人信息保护法 art. 51): one SM4 key per subject, wrapped by the office's key. */
export interface Vault {
  /** Makes the key of a new subject. */
  createKey(db: Db, subjectId: string): Promise<void>
  /** Encrypts a JSON value for a subject. */
  seal(db: Db, subjectId: string, value: unknown): Promise<Buffer>
  /** Decrypts what `seal` made; undefined when the subject's key was destroyed. */
  open<T>(db: Db, subjectId: string, box: Uint8Array): Promise<T | undefined>
  /** Decrypts many boxes with one look-up of the keys that are not known yet. */
  openMany<T>(db: Db, boxes: readonly SubjectBox[]): Promise<readonly (T | undefined)[]>
  /** Forgets the subject: every box of theirs stays unreadable for ever (art. 47). */
  destroyKey(db: Db, subjectId: string, at: Date): Promise<void>
  /** Encrypts something of the office itself, such as a second factor's secret. */
  sealForOffice(value: Uint8Array, purpose: string): Buffer
  openForOffice(box: Uint8Array, purpose: string): Buffer
  /** Equality look-up over an encrypted field. */
  index(field: string, value: string): string
}

export interface SubjectBox {
  readonly subjectId: string
  readonly box: Uint8Array
}

const cacheSize = 5_000
/** How long another process may go on reading a subject that this one forgot. */
const cacheMs = 60_000

interface CachedKey {
  readonly key: Buffer
  readonly loadedAt: number
}

export function createVault(keys: { readonly personalDataKey: Uint8Array; readonly blindIndexKey: Uint8Array }, clock: Clock): Vault {
  const cache = new Map<string, CachedKey>()

  function remember(subjectId: string, key: Buffer): Buffer {
    cache.delete(subjectId)
    cache.set(subjectId, { key, loadedAt: clock.now().getTime() })
    if (cache.size > cacheSize) cache.delete(cache.keys().next().value as string)
    return key
  }

  async function loadKeys(db: Db, subjectIds: readonly string[]): Promise<void> {
    const now = clock.now().getTime()
    const missing = [...new Set(subjectIds)].filter((id) => {
      const known = cache.get(id)
      return known === undefined || now - known.loadedAt > cacheMs
    })
    for (const id of missing) cache.delete(id)
    if (missing.length === 0) return
    const { rows } = await sql<{ subject_id: string; wrapped_key: Buffer | null }>`
      SELECT subject_id, wrapped_key FROM subject_keys WHERE subject_id = ANY(${missing}::uuid[])`.execute(db)
    for (const row of rows) if (row.wrapped_key) remember(row.subject_id, open(keys.personalDataKey, row.wrapped_key, `key:${row.subject_id}`))
  }

  async function keyOf(db: Db, subjectId: string): Promise<Buffer | undefined> {
    await loadKeys(db, [subjectId])
    return cache.get(subjectId)?.key
  }

  const openWith = <T>(key: Buffer | undefined, { subjectId, box }: SubjectBox): T | undefined =>
    key === undefined ? undefined : (JSON.parse(open(key, box, `subject:${subjectId}`).toString('utf8')) as T)

  return {
    async createKey(db, subjectId) {
      const key = randomness().bytes(32)
      await sql`INSERT INTO subject_keys (subject_id, wrapped_key) VALUES (${subjectId}, ${seal(keys.personalDataKey, key, `key:${subjectId}`)})`.execute(db)
      remember(subjectId, key)
    },
    async seal(db, subjectId, value) {
      const key = await keyOf(db, subjectId)
      if (key === undefined) throw new Error(`subject ${subjectId} has no key`)
      return seal(key, Buffer.from(JSON.stringify(value), 'utf8'), `subject:${subjectId}`)
    },
    async open<T>(db: Db, subjectId: string, box: Uint8Array) {
      return openWith<T>(await keyOf(db, subjectId), { subjectId, box })
    },
    async openMany<T>(db: Db, boxes: readonly SubjectBox[]) {
      await loadKeys(db, boxes.map((item) => item.subjectId))
      return boxes.map((item) => openWith<T>(cache.get(item.subjectId)?.key, item))
    },
    async destroyKey(db, subjectId, at) {
      await sql`UPDATE subject_keys SET wrapped_key = NULL, destroyed_at = ${at} WHERE subject_id = ${subjectId} AND destroyed_at IS NULL`.execute(db)
      cache.delete(subjectId)
    },
    sealForOffice: (value, purpose) => seal(keys.personalDataKey, value, `office:${purpose}`),
    openForOffice: (box, purpose) => open(keys.personalDataKey, box, `office:${purpose}`),
    index: (field, value) => blindIndex(keys.blindIndexKey, field, value),
  }
}
