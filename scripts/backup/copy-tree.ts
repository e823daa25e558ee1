import { chown, copyFile, mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

/** Files that wait for the disk together. */
const atOnce = 16

/**
 * Copies a folder with owners and modes, everything synced, so that a copy that was reported is on the disk. `wanted` sees each
 * path below `from`, with slashes; what it refuses is left out. A file that vanishes on the way is left out too: PostgreSQL
 * removes files while it is copied. Returns how many bytes were copied.
 */
export async function copyTree(from: string, to: string, wanted: (path: string) => boolean = () => true, below = ''): Promise<number> {
  await makeFolderLike(from, to)
  const entries = (await readdir(from, { withFileTypes: true })).filter(({ name }) => wanted(below + name))
  const files = entries.filter((entry) => entry.isFile())
  let bytes = 0
  for (let at = 0; at < files.length; at += atOnce) {
    const sizes = await Promise.all(files.slice(at, at + atOnce).map(({ name }) => copyUnlessGone(join(from, name), join(to, name))))
    for (const size of sizes) bytes += size
  }
  for (const { name } of entries.filter((entry) => entry.isDirectory())) bytes += await copyTree(join(from, name), join(to, name), wanted, `${below}${name}/`)
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
