import { createHash } from 'node:crypto'
import { accessSync, chownSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'

/** Where the embedded server keeps its cluster and from where its programs run. */
export interface Place {
  readonly folder: string
  readonly binFolder: string
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

/**
 * Normally the cluster lies in the data folder and the programs in node_modules. When root runs the server as another
 * user and that user may not pass one of the parent folders (a checkout below /root), both move to /var/lib/yimen.
 */
export function findPlace(dataFolder: string, program: string, owner: Owner | undefined): Place {
  const own = join(dataFolder, 'postgres')
  const binFolder = dirname(program)
  if (!owner || (mayPass(dataFolder, owner) && mayPass(binFolder, owner))) {
    makeOwned(own, owner)
    return { folder: own, binFolder }
  }
  const shared = '/var/lib/yimen'
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const folder = join(shared, name)
  makeOwned(folder, owner)
  return { folder, binFolder: join(copyPrograms(dirname(binFolder), shared), 'bin') }
}

function makeOwned(folder: string, owner: Owner | undefined): void {
  mkdirSync(folder, { recursive: true })
  if (owner) chownSync(folder, owner.uid, owner.gid)
}

/** Whether every existing parent folder lets `owner` pass. */
function mayPass(path: string, owner: Owner): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { uid, gid, mode } = statSync(folder)
      const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return false
    }
    if (folder === dirname(folder)) return true
  }
}

function copyPrograms(nativeFolder: string, shared: string): string {
  const version = createHash('sha256').update(String(statSync(join(nativeFolder, 'bin', 'postgres')).size)).digest('hex').slice(0, 12)
  const target = join(shared, `postgres-${version}`)
  if (existsSync(target)) return target
  const half = `${target}.${process.pid}`
  cpSync(nativeFolder, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, target)
  } catch {
    rmSync(half, { recursive: true, force: true })
    accessSync(target, constants.R_OK)
  }
  return target
}
