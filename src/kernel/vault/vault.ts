import { sql } from 'kysely'
import { blindIndex } from '#kernel/crypto/blind-index.ts'
import { randomness } from '#kernel/crypto/randomness.ts'
import { open, openWithAny, seal } from '#kernel/crypto/sealed-box.ts'
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

/** How long another process may go on reading a subject that this one forgot. */
const cacheMs = 60_000

interface CachedKey {
  readonly key: Buffer
  readonly loadedAt: number
}

export interface VaultSecrets {
  readonly personalDataKey: Uint8Array
  /** Master keys of before: they open what they sealed and seal nothing. */
  readonly formerPersonalDataKeys?: readonly Uint8Array[]
  readonly blindIndexKey: Uint8Array
}

/** The vault over the office's keys; it remembers the unwrapped keys of the `mostKeys` subjects read last. */
export function createVault(secrets: VaultSecrets, clock: Clock, mostKeys = 5_000): Vault {
  const masterKeys = [secrets.personalDataKey, ...(secrets.formerPersonalDataKeys ?? [])]
  const cache = new Map<string, CachedKey>()

  function remember(subjectId: string, key: Buffer): Buffer {
    cache.delete(subjectId)
    cache.set(subjectId, { key, loadedAt: clock.now().getTime() })
    if (cache.size > mostKeys) cache.delete(cache.keys().next().value as string)
    return key
  }

  /** The keys of these subjects, in one look-up for those that are not known; a forgotten subject has none. */
  async function keysOf(db: Db, subjectIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const now = clock.now().getTime()
    const keys = new Map<string, Buffer>()
    const missing = new Set<string>()
    for (const id of subjectIds) {
      const known = cache.get(id)
      if (known !== undefined && now - known.loadedAt <= cacheMs) keys.set(id, known.key)
      else missing.add(id)
    }
    if (missing.size === 0) return keys
    for (const id of missing) cache.delete(id)
    const { rows } = await sql<{ subject_id: string; wrapped_key: Buffer | null }>`
      SELECT subject_id, wrapped_key FROM subject_keys WHERE subject_id = ANY(${[...missing]}::uuid[])`.execute(db)
    for (const { subject_id: id, wrapped_key: wrapped } of rows) if (wrapped) keys.set(id, remember(id, openWithAny(masterKeys, wrapped, `key:${id}`)))
    return keys
  }

  async function keyOf(db: Db, subjectId: string): Promise<Buffer | undefined> {
    return (await keysOf(db, [subjectId])).get(subjectId)
  }

  const openWith = <T>(key: Buffer | undefined, { subjectId, box }: SubjectBox): T | undefined =>
    key === undefined ? undefined : (JSON.parse(open(key, box, `subject:${subjectId}`).toString('utf8')) as T)

  return {
    async createKey(db, subjectId) {
      const key = randomness().bytes(32)
      await sql`INSERT INTO subject_keys (subject_id, wrapped_key) VALUES (${subjectId}, ${seal(secrets.personalDataKey, key, `key:${subjectId}`)})`.execute(db)
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
      const keys = await keysOf(db, boxes.map((item) => item.subjectId))
      return boxes.map((item) => openWith<T>(keys.get(item.subjectId), item))
    },
    async destroyKey(db, subjectId, at) {
      await sql`UPDATE subject_keys SET wrapped_key = NULL, destroyed_at = ${at} WHERE subject_id = ${subjectId} AND destroyed_at IS NULL`.execute(db)
      cache.delete(subjectId)
    },
    sealForOffice: (value, purpose) => seal(secrets.personalDataKey, value, `office:${purpose}`),
    openForOffice: (box, purpose) => openWithAny(masterKeys, box, `office:${purpose}`),
    index: (field, value) => blindIndex(secrets.blindIndexKey, field, value),
  }
}
