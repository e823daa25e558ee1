import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { Refusal } from '#kernel/errors/refusal.ts'
import { fileErrors } from './errors.ts'
import type { FileContent, FileStore, PutOptions, StoredFile } from './file-store.ts'

const address = /^[0-9a-f]{64}$/

/**
 * A file store in a folder: two levels of sub-folders by the first digits of the hash. A file is written beside its place,
 * synced, renamed and its folder synced, so that a crash leaves a whole file or none. Addresses that are not a hash are
 * never turned into a path. The folder is made on first use.
 */
export function localFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming')
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)

  async function put(content: FileContent, options: PutOptions = {}): Promise<StoredFile> {
    await mkdir(incoming, { recursive: true })
    const draft = join(incoming, randomUUID())
    try {
      const stored = await writeDraft(draft, content, options.limit ?? Number.POSITIVE_INFINITY)
      const place = pathOf(stored.hash)
      await mkdir(dirname(place), { recursive: true })
      await rename(draft, place)
      for (const level of [dirname(place), dirname(dirname(place)), folder]) await syncFolder(level)
      return stored
    } finally {
      await rm(draft, { force: true })
    }
  }

  async function has(hash: string): Promise<boolean> {
    if (!address.test(hash)) return false
    return access(pathOf(hash), constants.R_OK).then(
      () => true,
      () => false,
    )
  }

  async function get(hash: string): Promise<ReadableStream<Uint8Array>> {
    if (!(await has(hash))) throw new Refusal(fileErrors.notFound, { hash })
    return Readable.toWeb(Readable.from(verified(createReadStream(pathOf(hash)), hash), { objectMode: false })) as ReadableStream<Uint8Array>
  }

  return { put, get, has }
}

async function writeDraft(draft: string, content: FileContent, limit: number): Promise<StoredFile> {
  const handle = await open(draft, 'wx', 0o640)
  try {
    const hash = createHash('sm3')
    let size = 0
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      size += chunk.byteLength
      if (size > limit) throw new Refusal(fileErrors.tooLarge, { size, limit })
      hash.update(chunk)
      await writeAll(handle, chunk)
    }
    if (size === 0) throw new Refusal(fileErrors.empty)
    await handle.sync()
    return { hash: hash.digest('hex'), size }
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength; ) {
    const { bytesWritten } = await handle.write(chunk, written)
    written += bytesWritten
  }
}

/** Passes the bytes on and fails at the end if they are not the ones that were put: a damaged disk must not go unnoticed. */
async function* verified(stream: AsyncIterable<Uint8Array>, expected: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sm3')
  for await (const chunk of stream) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== expected) throw new Error(`stored file ${expected} is damaged`)
}

/** Makes a rename durable. Windows has no such call and keeps the folder's journal itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
