// Copies an office with an embedded database while it works: cluster, files, secrets.
//   node scripts/backup.ts FOLDER     FOLDER must not exist; it appears when the copy is whole
// Restore: copy FOLDER to a data folder and start with YIMEN_DATA; see docs/operations/backup-and-restore.md.
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { readConfig } from '#kernel/config/config.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { baseBackup } from './backup/base-backup.ts'
import { copyTree, syncToDisk } from './backup/copy-tree.ts'

const config = readConfig()
const [folder] = process.argv.slice(2)

if (folder === undefined) fail('usage: npm run backup -- FOLDER')
else if (existsSync(folder)) fail(`${folder} exists already; every backup has a folder of its own`)
else if (config.databaseUrl !== undefined) fail('DATABASE_URL is set: back that server up with its own pg_basebackup or pg_dump, and copy the data folder')
else if (!existsSync(join(config.dataFolder, 'secrets.json'))) fail(`${config.dataFolder} holds no office`)
else await backUp(config.dataFolder, resolve(folder))

/**
 * The database first and the files after it: a file is on the disk before a row names it and is never changed, so that every file
 * of the copied rows is among those copied later.
 */
async function backUp(dataFolder: string, target: string): Promise<void> {
  const draft = `${target}.part`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  const server = await startEmbedded(dataFolder)
  try {
    await mkdir(join(draft, 'postgres'))
    const database = await baseBackup(server.databaseUrl('postgres'), join(server.folder, 'cluster'), join(draft, 'postgres', 'cluster'))
    await copyFile(join(server.folder, 'server.json'), join(draft, 'postgres', 'server.json'))
    const stored = join(dataFolder, 'files')
    const files = existsSync(stored) ? await copyTree(stored, join(draft, 'files'), (path) => !path.startsWith('incoming/')) : 0
    await copyFile(join(dataFolder, 'secrets.json'), join(draft, 'secrets.json'))
    for (const path of ['secrets.json', 'postgres/server.json', 'postgres', '.']) await syncToDisk(join(draft, path))
    await rename(draft, target)
    await syncToDisk(dirname(target))
    console.log(`${target}: database ${megabytes(database)}, files ${megabytes(files)}`)
  } finally {
    await rm(draft, { recursive: true, force: true })
    if (!server.adopted) await server.stop()
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}

function fail(reason: string): void {
  console.error(reason)
  process.exitCode = 1
}
