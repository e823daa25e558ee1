import { chown, copyFile, mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

/**
 * Copies a folder with owners and modes, everything synced, so that a copy that was reported is on the disk. `wanted` sees each
 * path below `from`, with slashes; what it refuses is left out. A file that vanishes on the way is left out too: PostgreSQL
 * removes files while it is copied. Returns how many bytes were copied.
 */
export async function copyTree(from: string, to: string, wanted: (path: string) => boolean = () => true, below = ''): Promise<number> {
  await makeFolderLike(from, to)
  let bytes = 0
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const path = below + entry.name
    if (!wanted(path)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) bytes += await copyTree(source, target, wanted, `${path}/`)
    else if (entry.isFile()) bytes += await copyUnlessGone(source, target)
  }
  await syncToDisk(to)
  return bytes
}

async function makeFolderLike(model: string, folder: string): Promise<void> {
  const { mode, uid, gid } = await stat(model)
  await mkdir(folder, { recursive: true, mode })
  if (process.getuid?.() === 0) await chown(folder, uid, gid)
}

async function copyUnlessGone(source: string, target: string): Promise<number> {
  try {
    const { uid, gid } = await stat(source)
    await copyFile(source, target)
    if (process.getuid?.() === 0) await chown(target, uid, gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
  await syncToDisk(target)
  return (await stat(target)).size
}

/** Makes a file, or the names in a folder, durable. Windows has no such call for folders and keeps their journal itself. */
export async function syncToDisk(path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const handle = await open(path, isFolder ? 'r' : 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
