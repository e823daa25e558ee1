import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PartStore } from './part-store.ts'

const known = /^[0-9a-f-]{36}$/

/** A part store in the folder in which the file store takes its drafts: a backup leaves it out. Ids that are none are never turned into a path. */
export function localPartStore(folder: string): PartStore {
  const incoming = join(folder, 'incoming')
  const pathOf = (id: string): string => {
    if (!known.test(id)) throw new Error('not the id of an upload')
    return join(incoming, `${id}.part`)
  }

  async function sizeOf(id: string): Promise<number> {
    const found = await stat(pathOf(id)).catch(absent)
    return found?.size ?? 0
  }

  async function append(id: string, offset: number, bytes: Uint8Array): Promise<void> {
    await mkdir(incoming, { recursive: true })
    const handle = await open(pathOf(id), offset === 0 ? 'w' : 'r+', 0o640)
    try {
      await handle.truncate(offset)
      for (let written = 0; written < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, offset + written)
        written += bytesWritten
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  return { sizeOf, append, read: (id) => readFile(pathOf(id)), remove: (id) => rm(pathOf(id), { force: true }) }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
