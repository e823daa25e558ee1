import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Refusal } from '#kernel/errors/refusal.ts'
import type { FileStore } from './file-store.ts'
import { localFileStore } from './local-file-store.ts'

let folder: string
let store: FileStore

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  store = localFileStore(join(folder, 'store'))
})

after(() => rm(folder, { recursive: true }))

async function read(hash: string): Promise<string> {
  return new Response(await store.get(hash)).text()
}

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

async function files(): Promise<readonly string[]> {
  const entries = await readdir(join(folder, 'store'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

test('a file is kept under the SM3 of its content and read back whole', async () => {
  const stored = await store.put(Buffer.from('营业执照'))
  assert.deepEqual(stored, { hash: createHash('sm3').update('营业执照').digest('hex'), size: 12 })
  assert.equal(await store.has(stored.hash), true)
  assert.equal(await read(stored.hash), '营业执照')
})

test('the same bytes as a stream and as a buffer are one file', async () => {
  const first = await store.put(Buffer.from('总平面图'))
  const before = await files()
  const second = await store.put(chunks('总平', '面图'))
  assert.deepEqual(second, first)
  assert.deepEqual(await files(), before)
})

test('twenty people may hand in the same file at once', async () => {
  const stored = await Promise.all(Array.from({ length: 20 }, () => store.put(chunks('同', '一份'))))
  assert.equal(new Set(stored.map(({ hash }) => hash)).size, 1)
  assert.equal(await read(stored[0]?.hash ?? ''), '同一份')
})

test('a file over the limit is refused and leaves nothing behind', async () => {
  const before = await files()
  await assert.rejects(store.put(chunks('12345', '67890', '1'), { limit: 10 }), (error) => error instanceof Refusal && error.code === 'files.too-large')
  assert.deepEqual(await files(), before)
})

test('an empty file is refused', async () => {
  await assert.rejects(store.put(new Uint8Array()), { message: 'files.empty' })
  await assert.rejects(store.put(chunks()), { message: 'files.empty' })
})

test('a stream that breaks off leaves nothing behind', async () => {
  const before = await files()
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('半')
    throw new Error('connection lost')
  }
  await assert.rejects(store.put(broken()), /connection lost/)
  assert.deepEqual(await files(), before)
})

test('an address that is not a hash never reaches the disk', async () => {
  await writeFile(join(folder, 'secret'), 'secret')
  for (const address of ['../secret', '..', '', '/etc/passwd', 'A'.repeat(64), `${'0'.repeat(63)}/`, '0'.repeat(64)]) {
    assert.equal(await store.has(address), false, address)
    await assert.rejects(store.get(address), { message: 'files.not-found' })
  }
})

test('a file that was changed on the disk is not handed out as if it were whole, and handing it in again heals it', async () => {
  const { hash } = await store.put(Buffer.from('决定书'))
  await writeFile(join(folder, 'store', hash.slice(0, 2), hash.slice(2, 4), hash), '改过的')
  await assert.rejects(read(hash), /damaged/)
  await store.put(Buffer.from('决定书'))
  assert.equal(await read(hash), '决定书')
})
